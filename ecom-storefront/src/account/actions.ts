'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { ask, UNUSABLE, type Problem } from '@/api/answer';
import { shopFor } from '@/api/client';
import { cookieName, cookieOptions, LIVES } from '@/session/names';
import { say } from '@/session/notice';
import { pageOf, returnTo } from '@/session/return-to';
import { addressOfCaller, forget, keep, mine, shopForAnybody, who } from '@/session/who';
import { settings } from '@/settings';
import { LANGUAGES } from '@/words';

export type AccountState = { email: string; problem?: Problem; needsCode?: boolean };

export async function signIn(_: AccountState, form: FormData): Promise<AccountState> {
  const email = String(form.get('email') ?? '').trim();
  const password = String(form.get('password') ?? '');
  const code = String(form.get('code') ?? '').trim() || undefined;
  const answer = await ask((await shopForAnybody()).POST('/api/auth/login', { body: { email, password, code } }));
  if (!answer.ok) {
    return { email, problem: answer.problem, needsCode: code !== undefined || answer.problem.code.startsWith('SECOND_FACTOR') };
  }
  return welcome(answer.value, email, form);
}

export async function register(_: AccountState, form: FormData): Promise<AccountState> {
  const email = String(form.get('email') ?? '').trim();
  const password = String(form.get('password') ?? '');
  const answer = await ask((await shopForAnybody()).POST('/api/auth/signup', { body: { email, password } }));
  return answer.ok ? welcome(answer.value, email, form) : { email, problem: answer.problem };
}

type Grant = { accessToken?: string; refreshToken?: string };

/** What a guest had in the cart comes along; nobody is kept out because that did not work. */
async function welcome(grant: Grant, email: string, form: FormData): Promise<AccountState> {
  if (!grant.accessToken) {
    return { email, problem: UNUSABLE };
  }
  const before = await who();
  await keep({ access: grant.accessToken, refresh: grant.refreshToken });
  if (before.kind === 'guest') {
    const api = shopFor({ address: await addressOfCaller(), token: grant.accessToken });
    const merged = await ask(api.POST('/api/cart/merge', { body: { guestToken: before.token } }));
    const came = merged.ok ? (merged.value.merged ?? []).filter((it) => it.result === 'MOVED' || it.result === 'RAISED') : [];
    if (came.length > 0) {
      await say({ kind: 'done', key: 'notice.merged', count: came.length });
    } else if (!merged.ok) {
      await say({ kind: 'problem', problem: merged.problem });
    }
  }
  const next = returnTo(form.get('returnTo'), '/account/orders');
  const jar = await cookies();
  // A page that an action leads to cannot name the attempt itself.
  if (next === '/checkout' && !jar.has(cookieName('attempt'))) {
    jar.set(cookieName('attempt'), crypto.randomUUID(), cookieOptions(LIVES.attempt));
  }
  redirect(next);
}

export async function signOut(): Promise<void> {
  const refreshToken = (await cookies()).get(cookieName('refresh'))?.value;
  // Whoever wants to leave leaves; a session that could not be ended there ends by itself.
  await mine((shop) => shop.POST('/api/auth/logout', { body: { refreshToken } }));
  await forget();
  redirect('/');
}

/** The same page in another language. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const language = LANGUAGES.find((it) => it === form.get('language'));
  if (language) {
    (await cookies()).set(cookieName('language'), language, cookieOptions(LIVES.language));
  }
  redirect(pageOf((await headers()).get('referer'), settings.origin()));
}
