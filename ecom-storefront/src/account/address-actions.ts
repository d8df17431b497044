'use server';

import { redirect } from 'next/navigation';
import type { Answer } from '@/api/answer';
import { lacking, refused } from '@/forms/outcome';
import { givenIn, textsIn, type FormState } from '@/forms/state';
import { say } from '@/session/notice';
import { mine } from '@/session/who';

const PAGE = '/account/addresses';
const NEEDED = ['label', 'recipient', 'line1', 'city', 'country'] as const;
const OPTIONAL = ['line2', 'postalCode', 'state'] as const;

/** A new one, or another text for one that there is. */
export async function saveAddress(before: FormState, form: FormData): Promise<FormState> {
  const empty = await lacking(before, form, NEEDED);
  if (empty) {
    return empty;
  }
  const body = { ...textsIn(form, NEEDED), ...givenIn(form, OPTIONAL) };
  const { addressId, version } = textsIn(form, ['addressId', 'version']);
  const answer: Answer<unknown> = addressId
    ? await mine((shop) =>
        shop.PUT('/api/users/me/addresses/{addressId}', { params: { path: { addressId }, header: { 'If-Match': version } }, body }),
      )
    : await mine((shop) => shop.POST('/api/users/me/addresses', { body }));
  if (!answer.ok) {
    return refused(before, form, answer.problem);
  }
  await say({ kind: 'done', key: 'notice.saved' });
  redirect(PAGE);
}

export async function removeAddress(form: FormData): Promise<void> {
  const path = textsIn(form, ['addressId']);
  await back(await mine((shop) => shop.DELETE('/api/users/me/addresses/{addressId}', { params: { path } })), 'notice.address-removed');
}

export async function preferAddress(form: FormData): Promise<void> {
  const path = textsIn(form, ['addressId']);
  await back(await mine((shop) => shop.POST('/api/users/me/addresses/{addressId}/default', { params: { path } })), 'notice.saved');
}

async function back(answer: Answer<unknown>, done: string): Promise<never> {
  await say(answer.ok ? { kind: 'done', key: done } : { kind: 'problem', problem: answer.problem });
  redirect(PAGE);
}
