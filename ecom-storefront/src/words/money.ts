import type { Money } from '@/api/money';

/**
 * How many digits are behind the point where these are not two, by ISO 4217: the API counts in these units. Intl goes by
 * custom instead (CLDR) and has none for IQD, ALL or HUF, so that what it says would be off by a hundred or a thousand.
 */
const DIGITS: Record<string, number> = {
  ...of(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...of(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...of(4, 'CLF UYW'),
};

function of(digits: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((it) => [it, digits]));
}

export function formatMoney({ amount, currency }: Money, language: string): string {
  const digits = DIGITS[currency] ?? 2;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'symbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(decimal(amount, digits) as Intl.StringNumericLiteral);
}

/** Exact, however large: no amount of minor units goes through a fraction. */
export function decimal(amount: number, digits: number): string {
  const sign = amount < 0 ? '-' : '';
  const all = String(Math.abs(amount)).padStart(digits + 1, '0');
  return digits === 0 ? sign + all : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
}

/** As programs read it: no grouping, no symbol. */
export function decimalOf({ amount, currency }: Money): string {
  return decimal(amount, DIGITS[currency] ?? 2);
}
