'use server';

import { redirect } from 'next/navigation';
import type { Answer } from '@/api/answer';
import { textsIn } from '@/forms/state';
import { say } from '@/session/notice';
import { returnTo } from '@/session/return-to';
import { mine, who } from '@/session/who';

const PAGE = '/account/wishlist';

/** Whoever has no account is led to one, and comes back to the product. */
export async function wish(form: FormData): Promise<void> {
  const { productId, from } = textsIn(form, ['productId', 'from']);
  const back = returnTo(from, PAGE);
  const it = await who();
  if (it.kind === 'visitor' || it.kind === 'guest') {
    redirect(`/sign-in?returnTo=${encodeURIComponent(back)}`);
  }
  const path = { productId };
  await tell(await mine((shop) => shop.PUT('/api/users/me/wishlist/{productId}', { params: { path }, body: {} })), 'notice.wished');
  redirect(back);
}

export async function unwish(form: FormData): Promise<void> {
  const { productId, from } = textsIn(form, ['productId', 'from']);
  const path = { productId };
  await tell(await mine((shop) => shop.DELETE('/api/users/me/wishlist/{productId}', { params: { path } })), 'notice.unwished');
  redirect(returnTo(from, PAGE));
}

async function tell(answer: Answer<unknown>, done: string): Promise<void> {
  await say(answer.ok ? { kind: 'done', key: done } : { kind: 'problem', problem: answer.problem });
}
