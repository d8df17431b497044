'use server';

import { redirect } from 'next/navigation';
import type { Answer } from '@/api/answer';
import { say } from '@/session/notice';
import { returnTo } from '@/session/return-to';
import { mine, mineOrNewGuests } from '@/session/who';

const MOST_OF_ONE = 1000;

export async function addToCart(form: FormData): Promise<void> {
  const sku = String(form.get('sku'));
  const quantity = quantityIn(form) || 1;
  const answer = await mineOrNewGuests((shop) => shop.POST('/api/cart/items', { body: { sku, quantity } }));
  if (answer.ok) {
    await say({ kind: 'done', key: 'notice.added', count: quantity });
    redirect('/cart');
  }
  await say({ kind: 'problem', problem: answer.problem });
  redirect(returnTo(form.get('from'), '/cart'));
}

/** A quantity of none takes it out. */
export async function changeQuantity(form: FormData): Promise<void> {
  if (!/^\d+$/.test(String(form.get('quantity')).trim())) {
    redirect('/cart');
  }
  const quantity = quantityIn(form);
  const path = { sku: String(form.get('sku')) };
  const answer =
    quantity === 0
      ? await mine((shop) => shop.DELETE('/api/cart/items/{sku}', { params: { path } }))
      : await mine((shop) => shop.PUT('/api/cart/items/{sku}', { params: { path }, body: { quantity } }));
  await back(answer);
}

export async function removeFromCart(form: FormData): Promise<void> {
  const path = { sku: String(form.get('sku')) };
  await back(await mine((shop) => shop.DELETE('/api/cart/items/{sku}', { params: { path } })), 'notice.removed');
}

async function back(answer: Answer<unknown>, done?: string): Promise<never> {
  if (!answer.ok) {
    await say({ kind: 'problem', problem: answer.problem });
  } else if (done) {
    await say({ kind: 'done', key: done });
  }
  redirect('/cart');
}

function quantityIn(form: FormData): number {
  const quantity = Math.trunc(Number(form.get('quantity')));
  return Number.isFinite(quantity) ? Math.min(Math.max(quantity, 0), MOST_OF_ONE) : 0;
}
