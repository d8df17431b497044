'use server';

import { redirect } from 'next/navigation';
import { refused } from '@/forms/outcome';
import { givenIn, textsIn, type FormState } from '@/forms/state';
import { say } from '@/session/notice';
import { mine } from '@/session/who';
import { readPreferences } from './profile';

const PAGE = '/account/profile';

/** The version that was shown goes along: what somebody else changed meanwhile is not written over. */
export async function saveProfile(before: FormState, form: FormData): Promise<FormState> {
  const { version } = textsIn(form, ['version']);
  const body = givenIn(form, ['firstName', 'lastName', 'phoneNumber']);
  const answer = await mine((shop) => shop.PUT('/api/users/me/profile', { params: { header: { 'If-Match': version } }, body }));
  if (!answer.ok) {
    return refused(before, form, answer.problem);
  }
  await say({ kind: 'done', key: 'notice.saved' });
  redirect(PAGE);
}

/** Only the language of mails; what else there is stays as it is. */
export async function saveMailLanguage(before: FormState, form: FormData): Promise<FormState> {
  const known = await readPreferences();
  if (!known.ok) {
    return refused(before, form, known.problem);
  }
  const body = { ...known.value, language: textsIn(form, ['language']).language };
  const header = { 'If-Match': known.tag };
  const answer = await mine((shop) => shop.PUT('/api/users/me/preferences', { params: { header }, body }));
  if (!answer.ok) {
    return refused(before, form, answer.problem);
  }
  await say({ kind: 'done', key: 'notice.saved' });
  redirect(PAGE);
}

export async function mailVerificationAgain(): Promise<void> {
  const answer = await mine((shop) => shop.POST('/api/auth/email-verification', { body: {} }));
  await say(answer.ok ? { kind: 'done', key: 'notice.verification-mailed' } : { kind: 'problem', problem: answer.problem });
  redirect(PAGE);
}
