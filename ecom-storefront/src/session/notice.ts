import 'server-only';
import { cookies } from 'next/headers';
import type { Problem } from '@/api/answer';
import { cookieName, cookieOptions, LIVES } from './names';

/** What an action has to say on the page that comes after it. */
export type Notice = { kind: 'done'; key: string; count?: number } | { kind: 'problem'; problem: Problem };

export async function say(notice: Notice): Promise<void> {
  const short = notice.kind === 'problem' ? { ...notice, problem: { ...notice.problem, errors: [], details: pick(notice.problem) } } : notice;
  (await cookies()).set(
    cookieName('notice'),
    Buffer.from(JSON.stringify({ ...short, at: Date.now() })).toString('base64url'),
    cookieOptions(LIVES.notice),
  );
}

/** A page cannot take a cookie away, so that a notice is what was said within the last seconds. */
export async function noticeOf(): Promise<Notice | null> {
  try {
    const value = (await cookies()).get(cookieName('notice'))?.value;
    const notice = value ? JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) : null;
    return notice && Date.now() - notice.at < LIVES_SHOWN ? notice : null;
  } catch {
    return null;
  }
}

const LIVES_SHOWN = 5_000;

/** A cookie is short: only what the words need. */
function pick(problem: Problem): Record<string, unknown> {
  const { most, minimum } = problem.details;
  return { most, minimum };
}
