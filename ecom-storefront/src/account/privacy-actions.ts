'use server';

import { redirect } from 'next/navigation';
import type { Answer } from '@/api/answer';
import { textsIn } from '@/forms/state';
import { say } from '@/session/notice';
import { mine } from '@/session/who';

const PAGE = '/account/privacy';

export async function askForCopy(): Promise<void> {
  await back(await submit('EXPORT'), 'notice.copy-asked');
}

/** Nobody is forgotten by a slip of the finger. */
export async function askForErasure(form: FormData): Promise<void> {
  if (form.get('sure') !== 'yes') {
    await say({ kind: 'done', key: 'notice.erasure-unsure' });
    redirect(PAGE);
  }
  await back(await submit('ERASURE'), 'notice.erasure-asked');
}

export async function cancelRequest(form: FormData): Promise<void> {
  const path = textsIn(form, ['requestId']);
  await back(
    await mine((shop) => shop.DELETE('/api/users/me/privacy-requests/{requestId}', { params: { path } })),
    'notice.request-cancelled',
  );
}

function submit(kind: 'EXPORT' | 'ERASURE'): Promise<Answer<unknown>> {
  return mine((shop) => shop.POST('/api/users/me/privacy-requests', { body: { kind } }));
}

async function back(answer: Answer<unknown>, done: string): Promise<never> {
  await say(answer.ok ? { kind: 'done', key: done } : { kind: 'problem', problem: answer.problem });
  redirect(PAGE);
}
