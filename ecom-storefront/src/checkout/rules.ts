import document from '@/api/generated/addresses.json';
import { isBilledElsewhere, type CheckoutState, type Field, type Values } from './model';

type Notation = { pattern: string; example: string };
type Rules = { postalCode?: Notation; region?: Notation; taxId?: Notation };

const COUNTRIES: Record<string, Rules | undefined> = document.countries;
const LOOKS_LIKE_EMAIL = /^[^\s@]+@[^\s@]+$/;
const LOOKS_LIKE_PHONE = /^[0-9+\-()./ ]{7,20}$/;
const TAX_ID_ELSEWHERE: Notation = { pattern: '[A-Z0-9]{4,20}', example: '12345678' };

/** What a form need not ask for, or has to, by countries. */
export type Asked = { withoutPostalCode: string[]; withoutRegion: string[]; withRegion: string[] };

export const ASKED: Asked = {
  withoutPostalCode: document.withoutPostalCodes,
  withoutRegion: Object.keys(COUNTRIES).filter((it) => !COUNTRIES[it]?.region),
  withRegion: Object.keys(COUNTRIES).filter((it) => COUNTRIES[it]?.region),
};

/** Without what nobody is asked for in the country, which may be left from another one; regions as the post writes them. */
export function fitting(values: Values): Values {
  const next = { ...values };
  for (const [region, postalCode, country] of [
    ['region', 'postalCode', values.country],
    ['billing.region', 'billing.postalCode', values['billing.country']],
  ] as const) {
    if (ASKED.withoutRegion.includes(country)) {
      next[region] = '';
    } else if (ASKED.withRegion.includes(country)) {
      next[region] = values[region].toUpperCase();
    }
    if (ASKED.withoutPostalCode.includes(country)) {
      next[postalCode] = '';
    }
  }
  return next;
}

/** What need not be asked of anybody; the services decide about the rest. */
export function wrongIn(values: Values, needsEmail: boolean): Pick<CheckoutState, 'wrong' | 'examples'> {
  const wrong: CheckoutState['wrong'] = {};
  const examples: CheckoutState['examples'] = {};
  const check = (field: Field, isNeeded: boolean, notation?: Notation, plain = values[field].toUpperCase()) => {
    if (!values[field]) {
      Object.assign(wrong, isNeeded ? { [field]: 'missing' } : {});
    } else if (notation && !new RegExp(`^(?:${notation.pattern})$`).test(plain)) {
      wrong[field] = 'invalid';
      examples[field] = notation.example;
    }
  };
  const checkAddress = (prefix: '' | 'billing.') => {
    const country = values[`${prefix}country`];
    const rules = COUNTRIES[country];
    for (const it of ['recipient', 'line1', 'city', 'country'] as const) {
      check(`${prefix}${it}`, true);
    }
    check(`${prefix}postalCode`, country !== '' && !ASKED.withoutPostalCode.includes(country), rules?.postalCode);
    check(`${prefix}region`, rules?.region !== undefined, rules?.region);
  };
  checkAddress('');
  const isElsewhere = isBilledElsewhere(values);
  if (isElsewhere) {
    checkAddress('billing.');
  }
  const billed = values[isElsewhere ? 'billing.country' : 'country'];
  check('taxId', false, COUNTRIES[billed]?.taxId ?? TAX_ID_ELSEWHERE, values.taxId.toUpperCase().replace(/[\s./-]/g, ''));
  check('email', needsEmail);
  if (needsEmail && values.email && !LOOKS_LIKE_EMAIL.test(values.email)) {
    wrong.email = 'invalid';
  }
  if (values.phone && !LOOKS_LIKE_PHONE.test(values.phone)) {
    wrong.phone = 'invalid';
  }
  return { wrong, examples };
}
