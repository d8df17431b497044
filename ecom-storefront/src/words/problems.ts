import type { Problem } from '@/api/answer';
import { isKey, type Key, type Translate } from './index';

/** What a problem means to a shopper: by its code, or else by its kind. The only place that knows. */
export function wordsFor(problem: Problem, t: Translate): string {
  const key = `problem.${problem.code}`;
  const params = Object.fromEntries(
    Object.entries(problem.details).filter(([, value]) => typeof value === 'number' || typeof value === 'string'),
  ) as Record<string, string | number>;
  return t(isKey(key) ? key : byStatus(problem.status), { ...params, count: Number(params.most ?? problem.retryAfter ?? 0) });
}

function byStatus(status: number): Key {
  if (status === 401) return 'problem.kind.session';
  if (status === 403) return 'problem.kind.forbidden';
  if (status === 404) return 'problem.kind.missing';
  if (status === 429) return 'problem.kind.busy';
  if (status >= 500) return 'problem.kind.away';
  return 'problem.kind.invalid';
}

const KINDS = [400, 401, 403, 404, 429, 500, 503, 504];

/** The same for where only the words can go: by code, by `status` and a number, and one for all else. */
export function accountProblemWords(t: Translate): Record<string, string> {
  return table(OF_ACCOUNTS, t);
}

function table(known: readonly string[], t: Translate): Record<string, string> {
  const codes = known.map((it) => [it, t(`problem.${it}` as Key, { count: 0 })]);
  const kinds = KINDS.map((it) => [`status ${it}`, t(byStatus(it))]);
  return { ...Object.fromEntries([...codes, ...kinds]), otherwise: t('problem.kind.away') };
}

/** What can come of signing in or up. */
const OF_ACCOUNTS = [
  'INVALID_CREDENTIALS',
  'SECOND_FACTOR_NEEDED',
  'SECOND_FACTOR_WRONG',
  'EMAIL_TAKEN',
  'PASSWORD_TOO_COMMON',
  'INVALID_REQUEST',
  'TOO_MANY_ATTEMPTS',
  'LOGIN_BUSY',
  'ACCOUNT_SUSPENDED',
  'UNREACHABLE',
] as const;
