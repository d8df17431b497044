'use server';

import { redirect } from 'next/navigation';
import { lacking, refused } from '@/forms/outcome';
import { givenIn, textsIn, type FormState } from '@/forms/state';
import { say } from '@/session/notice';
import { forget, keep, mine } from '@/session/who';

const PAGE = '/account/security';

export async function endSession(form: FormData): Promise<void> {
  const path = textsIn(form, ['sessionId']);
  const answer = await mine((shop) => shop.DELETE('/api/auth/sessions/{sessionId}', { params: { path } }));
  await say(answer.ok ? { kind: 'done', key: 'notice.session-ended' } : { kind: 'problem', problem: answer.problem });
  redirect(PAGE);
}

export async function endAllSessions(): Promise<void> {
  const answer = await mine((shop) => shop.DELETE('/api/auth/sessions'));
  if (!answer.ok) {
    await say({ kind: 'problem', problem: answer.problem });
    redirect(PAGE);
  }
  await forget();
  redirect('/sign-in');
}

/** Ends all other sessions, and goes on with a new one here. */
export async function changePassword(before: FormState, form: FormData): Promise<FormState> {
  const empty = await lacking(before, form, ['currentPassword', 'newPassword']);
  if (empty) {
    return empty;
  }
  const body = {
    currentPassword: String(form.get('currentPassword')),
    newPassword: String(form.get('newPassword')),
    ...givenIn(form, ['code']),
  };
  const answer = await mine((shop) => shop.POST('/api/auth/password', { body }));
  return answer.ok ? goOn(answer.value, 'notice.password-changed') : refused(before, form, answer.problem);
}

/** What an authenticator app is told, shown to the owner of the account alone. */
export type Proposed = FormState & { secret?: string; uri?: string };

export async function proposeSecondFactor(before: Proposed, form: FormData): Promise<Proposed> {
  const empty = await lacking(before, form, ['password']);
  if (empty) {
    return empty;
  }
  const password = String(form.get('password'));
  const answer = await mine((shop) => shop.POST('/api/auth/second-factor', { body: { password } }));
  return answer.ok
    ? { ...before, turn: before.turn + 1, wrong: {}, message: undefined, secret: answer.value.secret, uri: answer.value.uri }
    : refused(before, form, answer.problem);
}

/** For whoever has lost the app; shown once. */
export type Confirmed = FormState & { recoveryCodes?: string[] };

export async function confirmSecondFactor(before: Confirmed, form: FormData): Promise<Confirmed> {
  const { code } = textsIn(form, ['code']);
  const answer = await mine((shop) => shop.POST('/api/auth/second-factor/confirmation', { body: { code } }));
  if (!answer.ok) {
    return refused(before, form, answer.problem);
  }
  const { accessToken, refreshToken } = answer.value.grant ?? {};
  if (accessToken) {
    await keep({ access: accessToken, refresh: refreshToken });
  }
  return { ...before, turn: before.turn + 1, wrong: {}, message: undefined, recoveryCodes: answer.value.recoveryCodes ?? [] };
}

export async function removeSecondFactor(before: FormState, form: FormData): Promise<FormState> {
  const empty = await lacking(before, form, ['password', 'code']);
  if (empty) {
    return empty;
  }
  const body = { password: String(form.get('password')), ...textsIn(form, ['code']) };
  const answer = await mine((shop) => shop.POST('/api/auth/second-factor/removal', { body }));
  return answer.ok ? goOn(answer.value, 'notice.second-factor-off') : refused(before, form, answer.problem);
}

async function goOn(grant: { accessToken?: string; refreshToken?: string }, done: string): Promise<never> {
  if (grant.accessToken) {
    await keep({ access: grant.accessToken, refresh: grant.refreshToken });
  }
  await say({ kind: 'done', key: done });
  redirect(PAGE);
}
