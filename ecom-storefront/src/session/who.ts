import 'server-only';
import { cache } from 'react';
import { cookies, headers } from 'next/headers';
import { ask, ok, UNUSABLE, type Answer } from '@/api/answer';
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

/** The shop as it answers whoever asks for this page. */
export async function shop() {
  const it = await who();
  return shopFor(await callerOf('token' in it ? it.token : null));
}

/** The shop as it answers anybody: for what is the same for all. */
export async function shopForAnybody() {
  return shopFor(await callerOf(null));
}

async function callerOf(token: string | null): Promise<Caller> {
  return { address: await addressOfCaller(), token };
}

/** For actions only: a visitor who puts something into a cart becomes a guest. */
export async function shopWithCart(): Promise<Answer<Awaited<ReturnType<typeof shop>>>> {
  const it = await who();
  if (it.kind !== 'visitor') {
    return ok(await shop());
  }
  const answer = await ask((await shopForAnybody()).POST('/api/auth/guest', { body: {} }));
  if (!answer.ok) {
    return answer;
  }
  const access = answer.value.accessToken;
  if (!access) {
    return { ok: false, problem: UNUSABLE };
  }
  await keep({ access });
  return ok(shopFor(await callerOf(access)));
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
}
