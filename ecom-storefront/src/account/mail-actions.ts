'use server';

import { redirect } from 'next/navigation';
import { ask } from '@/api/answer';
import { finished, lacking, refused } from '@/forms/outcome';
import { textsIn, type FormState } from '@/forms/state';
import { say } from '@/session/notice';
import { forget, shopForAnybody } from '@/session/who';
import { words } from '@/words/server';

/** The same answer whether there is such an account or not. */
export async function mailPasswordReset(before: FormState, form: FormData): Promise<FormState> {
  const empty = await lacking(before, form, ['email']);
  if (empty) {
    return empty;
  }
  const body = textsIn(form, ['email']);
  const answer = await ask((await shopForAnybody()).POST('/api/auth/password-reset', { body }));
  return answer.ok ? finished(before, (await words())('reset.mailed')) : refused(before, form, answer.problem);
}

/** Ends all sessions of the account, and so the one of whoever is signed in here. */
export async function resetPassword(before: FormState, form: FormData): Promise<FormState> {
  const empty = await lacking(before, form, ['newPassword']);
  if (empty) {
    return empty;
  }
  const body = { ...textsIn(form, ['token']), newPassword: String(form.get('newPassword')) };
  const answer = await ask((await shopForAnybody()).POST('/api/auth/password-reset/confirmation', { body }));
  if (!answer.ok) {
    return refused(before, form, answer.problem);
  }
  await forget();
  await say({ kind: 'done', key: 'notice.password-reset' });
  redirect('/sign-in');
}

export async function verifyEmail(before: FormState, form: FormData): Promise<FormState> {
  const body = textsIn(form, ['token']);
  const answer = await ask((await shopForAnybody()).POST('/api/auth/email-verification/confirmation', { body }));
  return answer.ok ? finished(before, (await words())('verify.done')) : refused(before, form, answer.problem);
}
