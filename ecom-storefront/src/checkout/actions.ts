'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { isUncertain, SESSION_UNKNOWN, type Problem } from '@/api/answer';
import { cookieName, cookieOptions, LIVES } from '@/session/names';
import { mine, who } from '@/session/who';
import { expectedTotalIn, fieldsOf, orderFor, valuesIn, wrongIn, type CheckoutState } from './model';

const KEY = /^[A-Za-z0-9_-]{1,128}$/;

/** The form was shown to somebody whose session has ended since. */
const SIGNED_OUT: Problem = { code: 'AUTH_TOKEN_MISSING', status: 401, errors: [], details: {} };

/**
 * Orders the cart. The attempt is the order's idempotency key, in a cookie for all tabs and in the form for whoever has
 * none: a second click, a reload or another tab orders the same once. It stays until what became of it was seen, and
 * another takes its place once the shop said no.
 */
export async function pay(_: CheckoutState, form: FormData): Promise<CheckoutState> {
  const it = await who();
  const values = valuesIn(form);
  const jar = await cookies();
  const attempt = [jar.get(cookieName('attempt'))?.value, String(form.get('attempt'))].find((key) => key && KEY.test(key)) ?? crypto.randomUUID();
  const isGuest = it.kind === 'guest';
  const problem = it.kind === 'unavailable' ? SESSION_UNKNOWN : it.kind === 'visitor' || (isGuest && !form.has('email')) ? SIGNED_OUT : undefined;
  if (problem) {
    return { values, attempt, wrong: {}, problem };
  }
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
  if (answer.ok) {
    redirect(`/checkout/confirming/${answer.value.orderId}`);
  }
  const next = isUncertain(answer.problem) || answer.problem.status === 429 ? attempt : crypto.randomUUID();
  jar.set(cookieName('attempt'), next, cookieOptions(LIVES.attempt));
  return { values, attempt: next, problem: answer.problem, wrong: fieldsOf(answer.problem) };
}
