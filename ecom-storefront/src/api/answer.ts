/** A refusal as RFC 9457 has it, or one of our own where nobody answered. `docs/problems.md` lists the codes. */
export type Problem = {
  code: string;
  status: number;
  correlationId?: string;
  /** Seconds. */
  retryAfter?: number;
  errors: { field: string; message: string }[];
  details: Record<string, unknown>;
};

/** @param tag of the version that was read, for whoever changes it */
export type Answer<T> = { ok: true; value: T; tag?: string } | { ok: false; problem: Problem };

export const UNREACHABLE = 'UNREACHABLE';
export const NO_ANSWER_IN_TIME = 'NO_ANSWER_IN_TIME';

/** There is a session, and nobody can say now whether it goes on. */
export const SESSION_UNKNOWN: Problem = { code: 'SESSION_UNKNOWN', status: 503, errors: [], details: {} };

/** An answer that says yes and lacks what it is for. */
export const UNUSABLE: Problem = { code: 'UNUSABLE', status: 502, errors: [], details: {} };

export function ok<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function map<A, B>(answer: Answer<A>, change: (value: A) => B): Answer<B> {
  return answer.ok ? { ...answer, value: change(answer.value) } : answer;
}

/** Nobody can know whether it happened: the same may be asked again under the same key, and nothing else. */
export function isUncertain(problem: Problem): boolean {
  return problem.status >= 500 || problem.code === 'STILL_UNDER_WAY';
}

export function isMissing(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.problem.status === 404;
}

export type Raw<T> = { data?: T; error?: unknown; response: Response };

/** What the client brought back, or why it brought nothing. Never throws. */
export async function ask<T>(call: Promise<Raw<T>>): Promise<Answer<T>> {
  try {
    const { data, error, response } = await call;
    return response.ok
      ? { ok: true, value: data as T, tag: response.headers.get('ETag') ?? undefined }
      : { ok: false, problem: problemOf(error, response) };
  } catch (e) {
    const late = e instanceof DOMException && e.name === 'TimeoutError';
    const code = late ? NO_ANSWER_IN_TIME : UNREACHABLE;
    return { ok: false, problem: { code, status: late ? 504 : 503, errors: [], details: {} } };
  }
}

export function problemOf(body: unknown, response: Response): Problem {
  const details = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return {
    code: typeof details.code === 'string' ? details.code : 'UNKNOWN',
    status: response.status,
    correlationId: typeof details.correlationId === 'string' ? details.correlationId : undefined,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    errors: Array.isArray(details.errors) ? details.errors.filter(isFieldError) : [],
    details,
  };
}

function isFieldError(it: unknown): it is { field: string; message: string } {
  return typeof it === 'object' && it !== null && typeof (it as { field?: unknown }).field === 'string';
}
