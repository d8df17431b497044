import type { Problem } from '@/api/answer';
import type { Money } from '@/api/money';

export const FIELDS = ['email', 'recipient', 'line1', 'line2', 'postalCode', 'city', 'region', 'country', 'card'] as const;
export type Field = (typeof FIELDS)[number];
export type Values = Record<Field, string>;

/** What the page shows after a try that came to nothing: what was typed, and what is wrong. */
export type CheckoutState = {
  values: Values;
  attempt: string;
  problem?: Problem;
  wrong: Partial<Record<Field, 'missing' | 'invalid'>>;
};

/** What the provider simulator takes for cards. With a real provider its own form stands here. */
export const CARDS = [
  'pm_card_ok',
  'pm_card_authenticate',
  'pm_card_declined',
  'pm_card_insufficient_funds',
] as const;

export function valuesIn(form: FormData): Values {
  return Object.fromEntries(FIELDS.map((it) => [it, String(form.get(it) ?? '').trim()])) as Values;
}

/** What need not be asked of anybody; the services decide about the rest. */
export function wrongIn(values: Values, needsEmail: boolean): CheckoutState['wrong'] {
  const needed: Field[] = ['recipient', 'line1', 'city', 'country', 'card', ...(needsEmail ? (['email'] as const) : [])];
  return Object.fromEntries(needed.filter((it) => !values[it]).map((it) => [it, 'missing']));
}

/** Fields of the order as the form calls them. */
export function fieldsOf(problem: Problem): CheckoutState['wrong'] {
  if (problem.code === 'EMAIL_MISSING') {
    return { email: 'missing' };
  }
  const names = problem.errors.map((it) => it.field.replace(/^shippingAddress\./, '').replace('paymentMethod', 'card'));
  return Object.fromEntries(names.filter((it) => (FIELDS as readonly string[]).includes(it)).map((it) => [it, 'invalid']));
}

export function expectedTotalIn(form: FormData): Money | undefined {
  const amount = Number(form.get('amount'));
  const currency = String(form.get('currency') ?? '');
  return Number.isSafeInteger(amount) && /^[A-Z]{3}$/.test(currency) ? { amount, currency } : undefined;
}

export function orderFor(values: Values, expectedTotal: Money | undefined, withEmail: boolean) {
  return {
    ...(withEmail ? { email: values.email } : {}),
    shippingAddress: {
      recipient: values.recipient,
      line1: values.line1,
      line2: values.line2 || undefined,
      city: values.city,
      region: values.region || undefined,
      postalCode: values.postalCode || undefined,
      country: values.country,
    },
    paymentMethod: values.card,
    expectedTotal,
  };
}
