import type { Problem } from '@/api/answer';
import type { Row } from '@/bill/model';

export const ADDRESS = ['recipient', 'line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;
/** The same for who is billed, if that is somebody else. */
export const BILLING = ['billing.recipient', 'billing.line1', 'billing.line2', 'billing.postalCode', 'billing.city', 'billing.region', 'billing.country'] as const;
export const FIELDS = ['email', 'phone', ...ADDRESS, 'taxId', ...BILLING, 'note', 'giftMessage', 'card'] as const;
export type Field = (typeof FIELDS)[number];
export type Values = Record<Field, string>;

/** What is agreed to by paying. All of it in words but the quote. */
export type Review = {
  /** What the order goes by. */
  quote: string;
  rows: Row[];
  total: string;
  hasToBePaid: boolean;
  methods: { id: string; name: string; price: string; isChosen: boolean }[];
  codes: { code: string; note?: string }[];
  /** What differs from what was agreed to before. */
  changes: string[];
};

/** What the page shows after a step: what was typed, what is wrong with it, and from then on what it costs. */
export type CheckoutState = {
  values: Values;
  attempt: string;
  codes: string[];
  method?: string;
  wrong: Partial<Record<Field, 'missing' | 'invalid'>>;
  /** How what is invalid is written there. */
  examples?: Partial<Record<Field, string>>;
  /** Why the step came to nothing. */
  message?: string;
  /** Why a code does not count. */
  codeMessage?: string;
  /** Absent while the address is asked for. */
  review?: Review;
};

/** What the provider simulator takes for cards. With a real provider its own form stands here. */
export const CARDS = [
  'pm_card_ok',
  'pm_card_authenticate',
  'pm_card_declined',
  'pm_card_insufficient_funds',
] as const;

/** What is typed in the form, and for what it does not have what was typed before. */
export function valuesIn(form: FormData, before: Partial<Values>): Values {
  return Object.fromEntries(FIELDS.map((it) => [it, String(form.get(it) ?? before[it] ?? '').trim()])) as Values;
}

/** A country alone may have been filled in by the browser. */
export function isBilledElsewhere(values: Values): boolean {
  return BILLING.some((it) => it !== 'billing.country' && values[it] !== '');
}

/** Fields of a request as the form calls them. */
export function fieldsOf(problem: Problem): CheckoutState['wrong'] {
  if (problem.code === 'EMAIL_MISSING') {
    return { email: 'missing' };
  }
  const names = problem.errors.map((it) => it.field.replace(/^shippingAddress\./, '').replace(/^billingAddress/, 'billing').replace('paymentMethod', 'card'));
  return Object.fromEntries(names.filter((it) => (FIELDS as readonly string[]).includes(it)).map((it) => [it, 'invalid']));
}

/** Nothing was sold, and what it would cost now may be something else. */
const ASKS_AGAIN = ['QUOTE_EXPIRED', 'QUOTE_OUTDATED', 'QUOTE_INVALID', 'PROMOTION_USED_UP', 'TOTAL_CHANGED', 'NOT_FOR_SALE'];

export function needsAnotherQuote(problem: Problem): boolean {
  return ASKS_AGAIN.includes(problem.code);
}

/** The order that was placed already, by a click before or in another tab. */
export function orderAlreadyIn(problem: Problem): string | undefined {
  const { orderId } = problem.details;
  return problem.code === 'QUOTE_USED' && typeof orderId === 'string' ? orderId : undefined;
}

export function orderFor(values: Values, quote: string, method: string | undefined, { withEmail, withCard }: { withEmail: boolean; withCard: boolean }) {
  return {
    quote,
    shippingMethod: method,
    ...(withEmail ? { email: values.email } : {}),
    shippingAddress: addressIn(values, ''),
    ...(isBilledElsewhere(values) ? { billingAddress: addressIn(values, 'billing.') } : {}),
    phone: values.phone || undefined,
    taxId: values.taxId || undefined,
    note: values.note || undefined,
    giftMessage: values.giftMessage || undefined,
    ...(withCard ? { paymentMethod: values.card } : {}),
  };
}

function addressIn(values: Values, prefix: '' | 'billing.') {
  return {
    recipient: values[`${prefix}recipient`],
    line1: values[`${prefix}line1`],
    line2: values[`${prefix}line2`] || undefined,
    city: values[`${prefix}city`],
    region: values[`${prefix}region`] || undefined,
    postalCode: values[`${prefix}postalCode`] || undefined,
    country: values[`${prefix}country`],
  };
}
