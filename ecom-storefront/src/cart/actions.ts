'use server';

import { redirect } from 'next/navigation';
import { ask, type Answer } from '@/api/answer';
import { say } from '@/session/notice';
import { returnTo } from '@/session/return-to';
import { shop, shopWithCart } from '@/session/who';

const MOST_OF_ONE = 1000;

export async function addToCart(form: FormData): Promise<void> {
  const sku = String(form.get('sku'));
  const quantity = quantityIn(form) || 1;
  const caller = await shopWithCart();
  const answer = caller.ok ? await ask(caller.value.POST('/api/cart/items', { body: { sku, quantity } })) : caller;
  if (answer.ok) {
    await say({ kind: 'done', key: 'notice.added', count: quantity });
    redirect('/cart');
  }
  await say({ kind: 'problem', problem: answer.problem });
  redirect(returnTo(form.get('from'), '/cart'));
}

/** A quantity of none takes it out. */
export async function changeQuantity(form: FormData): Promise<void> {
  const quantity = quantityIn(form);
  const path = { sku: String(form.get('sku')) };
  const api = await shop();
  const answer =
    quantity === 0
      ? await ask(api.DELETE('/api/cart/items/{sku}', { params: { path } }))
      : await ask(api.PUT('/api/cart/items/{sku}', { params: { path }, body: { quantity } }));
  await back(answer);
}

export async function removeFromCart(form: FormData): Promise<void> {
  const path = { sku: String(form.get('sku')) };
  await back(await ask((await shop()).DELETE('/api/cart/items/{sku}', { params: { path } })), 'notice.removed');
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
