import { expect, test } from 'vitest';
import { FIELDS, type Values } from './model';
import { ASKED, fitting, wrongIn } from './rules';

const NOTHING = Object.fromEntries(FIELDS.map((it) => [it, ''])) as Values;
const GOOD: Values = { ...NOTHING, email: 'a@example.com', recipient: 'Ada', line1: '1 Street', city: 'Town', postalCode: '10115', country: 'DE' };

function wrong(more: Partial<Values>, needsEmail = true) {
  return wrongIn({ ...GOOD, ...more }, needsEmail).wrong;
}

test('a guest has to say where news goes, a customer not', () => {
  expect(wrong({ email: '' })).toEqual({ email: 'missing' });
  expect(wrong({ email: '' }, false)).toEqual({});
  expect(wrong({ email: 'no address at all' })).toEqual({ email: 'invalid' });
});

test('what a country needs is asked for, in the way that it is written there', () => {
  expect(wrong({})).toEqual({});
  expect(wrong({ postalCode: '' })).toEqual({ postalCode: 'missing' });
  expect(wrong({ country: 'US' })).toEqual({ region: 'missing' });
  expect(wrong({ country: 'HK', postalCode: '' })).toEqual({});
  expect(wrong({ country: 'XK', postalCode: 'any' })).toEqual({});
  expect(wrongIn({ ...GOOD, country: 'US', postalCode: '1', region: 'New York' }, true)).toEqual({
    wrong: { postalCode: 'invalid', region: 'invalid' },
    examples: { postalCode: '10001', region: 'NY' },
  });
});

test('a billing address is one as soon as something of it is filled in, and a tax id is written as there', () => {
  expect(wrong({ 'billing.country': 'US' })).toEqual({});
  expect(wrong({ 'billing.recipient': 'Office Ltd', 'billing.country': 'US' })).toEqual({
    'billing.line1': 'missing',
    'billing.city': 'missing',
    'billing.postalCode': 'missing',
    'billing.region': 'missing',
  });
  expect(wrong({ taxId: 'de 123 456 789' })).toEqual({});
  expect(wrong({ taxId: '12-3456789' })).toEqual({ taxId: 'invalid' });
});

test('a telephone number has digits', () => {
  expect(wrong({ phone: '+49 (30) 123456' })).toEqual({});
  expect(wrong({ phone: 'call me' })).toEqual({ phone: 'invalid' });
});

test('what is left from another country is not sent, and regions are as the post writes them', () => {
  expect(fitting({ ...GOOD, region: 'Berlin' }).region).toBe('');
  expect(fitting({ ...GOOD, country: 'US', region: 'ny' }).region).toBe('NY');
  expect(fitting({ ...GOOD, country: 'XK', region: 'Prizren' }).region).toBe('Prizren');
  expect(fitting({ ...GOOD, country: 'HK' }).postalCode).toBe('');
  expect(fitting({ ...GOOD, 'billing.country': 'CA', 'billing.region': 'on' })['billing.region']).toBe('ON');
});

test('no country is asked for a region both ways', () => {
  expect(ASKED.withRegion).toContain('US');
  expect(ASKED.withoutRegion).toContain('DE');
  expect(ASKED.withRegion.filter((it) => ASKED.withoutRegion.includes(it))).toEqual([]);
});
