'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { isUncertain } from '@/api/answer';
import { cookieName, cookieOptions, LIVES } from '@/session/names';
import { mine, who } from '@/session/who';
import { expectedTotalIn, fieldsOf, orderFor, valuesIn, wrongIn, type CheckoutState } from './model';

const KEY = /^[A-Za-z0-9_-]{1,128}$/;

/**
 * Orders the cart. The attempt in the form is the order's idempotency key: a second click, a reload or another tab orders
 * the same once. It stays while nobody can know what became of it, and another takes its place once the shop said no.
 */
export async function pay(_: CheckoutState, form: FormData): Promise<CheckoutState> {
  const it = await who();
  const values = valuesIn(form);
  const attempt = KEY.test(String(form.get('attempt'))) ? String(form.get('attempt')) : crypto.randomUUID();
  const isGuest = it.kind !== 'customer';
  const wrong = wrongIn(values, isGuest);
  if (Object.keys(wrong).length > 0) {
    return { values, attempt, wrong, problem: { code: 'FIELDS_MISSING', status: 400, errors: [], details: {} } };
  }
  const token = 'token' in it ? it.token : '';
  const answer = await mine((shop) =>
    shop.POST('/api/orders', {
      params: { header: { Authorization: `Bearer ${token}`, 'Idempotency-Key': attempt } },
      body: orderFor(values, expectedTotalIn(form), isGuest),
    }),
  );
  const jar = await cookies();
  if (answer.ok) {
    jar.set(cookieName('attempt'), '', cookieOptions(0));
    redirect(`/checkout/confirming/${answer.value.orderId}`);
  }
  const next = isUncertain(answer.problem) || answer.problem.status === 429 ? attempt : crypto.randomUUID();
  jar.set(cookieName('attempt'), next, cookieOptions(LIVES.attempt));
  return { values, attempt: next, problem: answer.problem, wrong: fieldsOf(answer.problem) };
}
