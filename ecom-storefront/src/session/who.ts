import 'server-only';
import { cache } from 'react';
import { cookies, headers } from 'next/headers';
import { ask, SESSION_UNKNOWN, UNUSABLE, type Answer, type Raw } from '@/api/answer';
import { shopFor, type Caller } from '@/api/client';
import { cookieName, cookieOptions, LIVES } from './names';
import type { Tokens } from './renew';
import { claimsOf, isGuest } from './token';

export type Who =
  | { kind: 'visitor' }
  | { kind: 'guest'; token: string }
  | { kind: 'customer'; token: string }
  /** There is a session, and auth-service is away: nobody is logged out by that. */
  | { kind: 'unavailable' };

export const who = cache(async (): Promise<Who> => {
  if ((await headers()).get('x-ecom-session') === 'unknown') {
    return { kind: 'unavailable' };
  }
  const token = (await cookies()).get(cookieName('access'))?.value;
  const claims = claimsOf(token);
  if (!token || !claims || claims.expiresAt <= Date.now()) {
    return { kind: 'visitor' };
  }
  return { kind: isGuest(claims) ? 'guest' : 'customer', token };
});

export async function addressOfCaller(): Promise<string | null> {
  return (await headers()).get('x-forwarded-for');
}

/** Whether a browser loads the page before anybody wants it. */
export async function isLookingAhead(): Promise<boolean> {
  return (await headers()).get('sec-purpose')?.startsWith('prefetch') ?? false;
}

type Client = ReturnType<typeof shopFor>;

/** What the shop answers whoever asks for this page. */
export async function mine<T>(call: (shop: Client) => Promise<Raw<T>>): Promise<Answer<T>> {
  const it = await who();
  if (it.kind === 'unavailable') {
    return { ok: false, problem: SESSION_UNKNOWN };
  }
  return ask(call(shopFor(await callerOf('token' in it ? it.token : null))));
}

/** The shop as it answers anybody: for what is the same for all. */
export async function shopForAnybody() {
  return shopFor(await callerOf(null));
}

async function callerOf(token: string | null): Promise<Caller> {
  return { address: await addressOfCaller(), token };
}

/** For actions only: as {@link mine}, but a visitor, or a guest whose token counts no more, becomes a new guest first. */
export async function mineOrNewGuests<T>(call: (shop: Client) => Promise<Raw<T>>): Promise<Answer<T>> {
  const { kind } = await who();
  const answer = kind === 'visitor' ? null : await mine(call);
  if (answer && !(kind === 'guest' && isRefusedToken(answer))) {
    return answer;
  }
  const grant = await ask((await shopForAnybody()).POST('/api/auth/guest', { body: {} }));
  if (!grant.ok) {
    return grant;
  }
  const access = grant.value.accessToken;
  if (!access) {
    return { ok: false, problem: UNUSABLE };
  }
  await keep({ access });
  return ask(call(shopFor(await callerOf(access))));
}

/** Whether the session of a customer still counts; yes where nobody can say. */
export async function sessionCounts(): Promise<boolean> {
  const answer = await mine((shop) => shop.GET('/api/auth/validate'));
  return answer.ok ? answer.value.active !== false : !isRefusedToken(answer);
}

export function isRefusedToken(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.problem.status === 401;
}

/** For actions only. */
export async function keep(tokens: Tokens): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName('access'), tokens.access, cookieOptions(LIVES.access));
  if (tokens.refresh) {
    jar.set(cookieName('refresh'), tokens.refresh, cookieOptions(LIVES.refresh));
  }
}

/** For actions only. */
export async function forget(): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName('access'), '', cookieOptions(0));
  jar.set(cookieName('refresh'), '', cookieOptions(0));
  jar.set(cookieName('attempt'), '', cookieOptions(0));
  // What was said was said to them.
  jar.set(cookieName('notice'), '', cookieOptions(0));
}
