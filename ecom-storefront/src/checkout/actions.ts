'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { isUncertain, SESSION_UNKNOWN, type Problem } from '@/api/answer';
import { codeOf, isCode, MOST_CODES } from '@/bill/codes';
import { keepCodes, readCart } from '@/cart/read';
import { newestOrder } from '@/orders/read';
import { cookieName, cookieOptions, LIVES } from '@/session/names';
import { mine, who } from '@/session/who';
import { wordsFor } from '@/words/problems';
import { words } from '@/words/server';
import { fieldsOf, needsAnotherQuote, orderAlreadyIn, orderFor, valuesIn, type CheckoutState } from './model';
import { quoteFor } from './quote';
import { askForQuote, reviewOf } from './review';
import { fitting, wrongIn } from './rules';

const KEY = /^[A-Za-z0-9_-]{1,128}$/;

/** The form was shown to somebody whose session has ended since. */
const SIGNED_OUT: Problem = { code: 'AUTH_TOKEN_MISSING', status: 401, errors: [], details: {} };
const MISSING: Problem = { code: 'FIELDS_MISSING', status: 400, errors: [], details: {} };
const INVALID: Problem = { ...MISSING, code: 'INVALID_REQUEST' };

type Buyer = { token: string; isGuest: boolean };

/** From the address to what it costs there, from there to another way or code, and at last to the order. */
export async function advance(before: CheckoutState, form: FormData): Promise<CheckoutState> {
  const step = String(form.get('step') ?? 'review');
  const values = fitting(valuesIn(form, before.values));
  const state: CheckoutState = { values, attempt: await attemptOf(before), codes: before.codes, method: before.method, wrong: {} };
  if (step === 'address') {
    return state;
  }
  const buyer = await buyerOf(form.has('email') || values.email !== '');
  if ('problem' in buyer) {
    return { ...state, message: wordsFor(buyer.problem, await words()) };
  }
  const found = wrongIn(values, buyer.isGuest);
  const reasons = Object.values(found.wrong);
  if (reasons.length > 0) {
    return { ...state, ...found, message: wordsFor(reasons.includes('missing') ? MISSING : INVALID, await words()) };
  }
  const [what = '', which = ''] = step.split(':', 2);
  switch (what) {
    case 'pay':
      return pay(state, before, buyer);
    case 'method':
      return reviewed({ ...state, method: which }, buyer);
    case 'code':
      return withCode(state, codeOf(String(form.get('code') ?? '')), buyer);
    case 'forget':
      return reviewed({ ...state, codes: state.codes.filter((it) => it !== which) }, buyer);
    default:
      return reviewed(state, buyer);
  }
}

/**
 * The attempt is the order's idempotency key, in a cookie for all tabs and in the form for whoever has none: a second click,
 * a reload or another tab orders the same once. It stays until what became of it was seen, and another takes its place once
 * the shop said no.
 */
async function attemptOf(before: CheckoutState): Promise<string> {
  const kept = (await cookies()).get(cookieName('attempt'))?.value;
  return [kept, before.attempt].find((key) => key && KEY.test(key)) ?? crypto.randomUUID();
}

async function buyerOf(hasEmail: boolean): Promise<Buyer | { problem: Problem }> {
  const it = await who();
  if (it.kind === 'unavailable') {
    return { problem: SESSION_UNKNOWN };
  }
  const isGuest = it.kind === 'guest';
  return it.kind === 'visitor' || (isGuest && !hasEmail) ? { problem: SIGNED_OUT } : { token: it.token, isGuest };
}

async function withCode(state: CheckoutState, code: string, buyer: Buyer): Promise<CheckoutState> {
  if (state.codes.includes(code) || !isCode(code) || state.codes.length >= MOST_CODES) {
    const t = await words();
    const why = state.codes.includes(code) ? undefined : t(isCode(code) ? 'code.too-many' : 'code.refused', { code });
    return { ...(await reviewed(state, buyer)), codeMessage: why };
  }
  return reviewed({ ...state, codes: [...state.codes, code] }, buyer);
}

/** What it costs now. Where that cannot be said the address is asked for again. */
async function reviewed(state: CheckoutState, { token }: Buyer, replaces?: string): Promise<CheckoutState> {
  const { country, region, postalCode } = state.values;
  const wish = { country, region: region || undefined, postalCode: postalCode || undefined, codes: state.codes, shippingMethod: state.method, replaces };
  const [t, cart, { answer, refused, wait }] = await Promise.all([words(), readCart(), quoteFor(wish, (it) => askForQuote(token, it))]);
  if (!answer.ok) {
    return { ...state, wrong: fieldsOf(answer.problem), message: state.message ?? wordsFor(answer.problem, t) };
  }
  const names = new Map(cart.ok ? cart.value.lines.map((it) => [it.sku, it.name]) : []);
  const why = wait === undefined ? t('code.refused', { code: refused.join(', ') }) : t('code.wait', { count: Math.max(1, Math.ceil(wait / 60)) });
  const codes = state.codes.filter((it) => !refused.includes(it));
  if (cart.ok && cart.value.codes.join() !== codes.join()) {
    await keepCodes(codes);
  }
  return {
    ...state,
    codes,
    method: answer.value.shippingMethod,
    review: reviewOf(answer.value, names, t),
    codeMessage: refused.length > 0 ? why : undefined,
  };
}

/** Orders for exactly what was shown, once. */
async function pay(state: CheckoutState, { review }: CheckoutState, buyer: Buyer): Promise<CheckoutState> {
  if (!review) {
    return reviewed(state, buyer);
  }
  const terms = { withEmail: buyer.isGuest, withCard: review.hasToBePaid };
  const answer = await mine((shop) =>
    shop.POST('/api/orders', {
      params: { header: { Authorization: `Bearer ${buyer.token}`, 'Idempotency-Key': state.attempt } },
      body: orderFor(state.values, review.quote, state.method, terms),
    }),
  );
  const placed = answer.ok ? answer.value.orderId : await placedBefore(answer.problem);
  if (placed) {
    redirect(`/checkout/confirming/${placed}`);
  }
  return answer.ok ? { ...state, review } : refused(state, review, answer.problem, buyer);
}

/** The same attempt has led to an order by now, from another tab or with a quote that was another one. */
async function placedBefore(problem: Problem): Promise<string | undefined> {
  return problem.code === 'IDEMPOTENCY_KEY_REUSED' ? newestOrder() : orderAlreadyIn(problem);
}

async function refused(state: CheckoutState, review: CheckoutState['review'], problem: Problem, buyer: Buyer): Promise<CheckoutState> {
  const goesOn = isUncertain(problem) || problem.status === 429 || problem.code === 'QUOTE_USED';
  const attempt = goesOn ? state.attempt : crypto.randomUUID();
  (await cookies()).set(cookieName('attempt'), attempt, cookieOptions(LIVES.attempt));
  const wrong = fieldsOf(problem);
  const next = { ...state, attempt, wrong, message: wordsFor(problem, await words()) };
  if (needsAnotherQuote(problem)) {
    return reviewed(next, buyer, review?.quote);
  }
  const isAboutTheAddress = Object.keys(wrong).some((it) => it !== 'card');
  return isAboutTheAddress ? next : { ...next, review };
}
