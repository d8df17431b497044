import type { Key, Translate } from '@/words';
import { ADDRESS, CARDS } from './model';

const OTHERS = [
  'apply',
  'billing',
  'billing-hint',
  'billingAddress',
  'change',
  'change-address',
  'changed',
  'chooseCountry',
  'code',
  'codes',
  'contact',
  'delivery',
  'email',
  'emailHint',
  'example',
  'extras',
  'forget',
  'giftMessage',
  'giftMessageSaid',
  'invalid',
  'method',
  'missing',
  'note',
  'noteSaid',
  'nothing-to-pay',
  'pay',
  'paying',
  'payment',
  'paymentNote',
  'phone',
  'phoneHint',
  'pricing',
  'regionNeeded',
  'step-address',
  'step-review',
  'steps',
  'summary',
  'taxId',
  'taxIdHint',
  'taxIdSaid',
  'to-review',
] as const;

const ALL = [...ADDRESS, ...CARDS, ...OTHERS] as const;

export type CheckoutWords = Record<(typeof ALL)[number], string>;

/** The words of the form, for where only they can go. */
export function wordsOfCheckout(t: Translate): CheckoutWords {
  return Object.fromEntries(ALL.map((it) => [it, t(`checkout.${it}` as Key)])) as CheckoutWords;
}
