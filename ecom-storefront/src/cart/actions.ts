'use server';

import { redirect } from 'next/navigation';
import type { Answer } from '@/api/answer';
import { codeOf, isCode, MOST_CODES } from '@/bill/codes';
import { say } from '@/session/notice';
import { returnTo } from '@/session/return-to';
import { mine, mineOrNewGuests } from '@/session/who';
import { keepCodes, readCart } from './read';

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

export async function putAside(form: FormData): Promise<void> {
  const path = { sku: String(form.get('sku')) };
  await back(await mine((shop) => shop.POST('/api/cart/items/{sku}/later', { params: { path } })), 'notice.aside');
}

export async function takeBack(form: FormData): Promise<void> {
  const path = { sku: String(form.get('sku')) };
  await back(await mine((shop) => shop.POST('/api/cart/later/{sku}/back', { params: { path } })), 'notice.back');
}

export async function forgetAside(form: FormData): Promise<void> {
  const path = { sku: String(form.get('sku')) };
  await back(await mine((shop) => shop.DELETE('/api/cart/later/{sku}', { params: { path } })), 'notice.removed');
}

export async function enterCode(form: FormData): Promise<void> {
  const code = codeOf(String(form.get('code') ?? ''));
  const cart = await readCart();
  if (!cart.ok) {
    return back(cart);
  }
  const { codes } = cart.value;
  if (!isCode(code) || (codes.length >= MOST_CODES && !codes.includes(code))) {
    await say({ kind: 'done', key: isCode(code) ? 'code.too-many' : 'notice.no-code' });
    redirect('/cart');
  }
  await back(await keepCodes([...codes.filter((it) => it !== code), code]), 'notice.code-kept');
}

export async function forgetCode(form: FormData): Promise<void> {
  const cart = await readCart();
  await back(cart.ok ? await keepCodes(cart.value.codes.filter((it) => it !== form.get('code'))) : cart);
}

export async function writeGiftMessage(form: FormData): Promise<void> {
  const message = String(form.get('giftMessage') ?? '').trim();
  await back(await mine((shop) => shop.PUT('/api/cart/gift-message', { body: { message } })), message ? 'notice.gift-kept' : 'notice.removed');
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
