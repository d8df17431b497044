import type { Key, Translate } from '@/words';
import { CARDS, FIELDS } from './model';

const OTHERS = [
  'apply',
  'change',
  'change-address',
  'changed',
  'chooseCountry',
  'code',
  'codes',
  'contact',
  'delivery',
  'emailHint',
  'forget',
  'invalid',
  'method',
  'missing',
  'nothing-to-pay',
  'pay',
  'paying',
  'payment',
  'paymentNote',
  'pricing',
  'step-address',
  'step-review',
  'steps',
  'summary',
  'to-review',
] as const;

const ALL = [...FIELDS, ...CARDS, ...OTHERS] as const;

export type CheckoutWords = Record<(typeof ALL)[number], string>;

/** The words of the form, for where only they can go. */
export function wordsOfCheckout(t: Translate): CheckoutWords {
  return Object.fromEntries(ALL.map((it) => [it, t(`checkout.${it}` as Key)])) as CheckoutWords;
}
