'use server';

import { redirect } from 'next/navigation';
import type { Answer } from '@/api/answer';
import { lacking, refused } from '@/forms/outcome';
import { textsIn, type FormState } from '@/forms/state';
import { say } from '@/session/notice';
import { mine } from '@/session/who';

const PAGE = '/account/reviews';

/** A new one, or another text for one that there is. */
export async function saveReview(before: FormState, form: FormData): Promise<FormState> {
  const empty = await lacking(before, form, ['rating', 'title', 'comment']);
  if (empty) {
    return empty;
  }
  const { title, comment, productId, reviewId } = textsIn(form, ['title', 'comment', 'productId', 'reviewId']);
  const text = { title, comment, rating: Number(form.get('rating')) };
  const answer: Answer<unknown> = reviewId
    ? await mine((shop) => shop.PUT('/api/reviews/{reviewId}', { params: { path: { reviewId } }, body: text }))
    : await mine((shop) => shop.POST('/api/reviews', { body: { ...text, productId } }));
  if (!answer.ok) {
    return refused(before, form, answer.problem);
  }
  await say({ kind: 'done', key: 'notice.review-saved' });
  redirect(PAGE);
}

export async function removeReview(form: FormData): Promise<void> {
  const path = textsIn(form, ['reviewId']);
  const answer = await mine((shop) => shop.DELETE('/api/reviews/{reviewId}', { params: { path } }));
  await say(answer.ok ? { kind: 'done', key: 'notice.review-removed' } : { kind: 'problem', problem: answer.problem });
  redirect(PAGE);
}
