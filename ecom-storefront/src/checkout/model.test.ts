import { expect, test } from 'vitest';
import { expectedTotalIn, fieldsOf, orderFor, valuesIn, wrongIn } from './model';

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  Object.entries(values).forEach(([name, value]) => data.set(name, value));
  return data;
}

const GOOD = { email: ' a@example.com ', recipient: 'Ada', line1: '1 Street', city: 'Town', country: 'DE', card: 'pm_card_ok' };

test('a guest has to say where news goes, a customer not', () => {
  const values = valuesIn(form({ ...GOOD, email: '' }));
  expect(wrongIn(values, true)).toEqual({ email: 'missing' });
  expect(wrongIn(values, false)).toEqual({});
  expect(orderFor(values, undefined, false)).not.toHaveProperty('email');
});

test('what is not filled in is not sent', () => {
  const order = orderFor(valuesIn(form(GOOD)), undefined, true);
  expect(order.email).toBe('a@example.com');
  expect(order.shippingAddress.region).toBeUndefined();
});

test('a refusal marks the fields that it is about', () => {
  const problem = { code: 'INVALID_REQUEST', status: 400, details: {} };
  const errors = [
    { field: 'shippingAddress.postalCode', message: 'is missing' },
    { field: 'paymentMethod', message: 'is not valid' },
    { field: 'items', message: 'is not shown' },
  ];
  expect(fieldsOf({ ...problem, errors })).toEqual({ postalCode: 'invalid', card: 'invalid' });
});

test('the total that the shopper saw goes along, if it is one', () => {
  expect(expectedTotalIn(form({ amount: '1499', currency: 'USD' }))).toEqual({ amount: 1499, currency: 'USD' });
  expect(expectedTotalIn(form({ amount: 'NaN', currency: 'USD' }))).toBeUndefined();
  expect(expectedTotalIn(form({ amount: '1499', currency: 'usd' }))).toBeUndefined();
});
