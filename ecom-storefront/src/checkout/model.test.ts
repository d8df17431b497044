import { expect, test } from 'vitest';
import { fieldsOf, needsAnotherQuote, orderAlreadyIn, orderFor, valuesIn, wrongIn } from './model';

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  Object.entries(values).forEach(([name, value]) => data.set(name, value));
  return data;
}

const GOOD = { email: ' a@example.com ', recipient: 'Ada', line1: '1 Street', city: 'Town', country: 'DE', card: 'pm_card_ok' };
const GUEST = { withEmail: true, withCard: true };

test('a guest has to say where news goes, a customer not', () => {
  const values = valuesIn(form({ ...GOOD, email: '' }), {});
  expect(wrongIn(values, true)).toEqual({ email: 'missing' });
  expect(wrongIn(values, false)).toEqual({});
  expect(orderFor(values, 'q1', 'post', { withEmail: false, withCard: true })).not.toHaveProperty('email');
});

test('what can be no address of a mailbox is said before anything is priced', () => {
  expect(wrongIn(valuesIn(form({ ...GOOD, email: 'no address at all' }), {}), true)).toEqual({ email: 'invalid' });
});

test('what a step does not ask for stays as it was typed before', () => {
  const before = valuesIn(form(GOOD), {});
  expect(valuesIn(form({ card: 'pm_card_declined' }), before)).toEqual({ ...before, card: 'pm_card_declined' });
  expect(valuesIn(form({ city: '' }), before).city).toBe('');
});

test('what is not filled in is not sent', () => {
  const order = orderFor(valuesIn(form(GOOD), {}), 'q1', undefined, GUEST);
  expect(order.email).toBe('a@example.com');
  expect(order.shippingAddress.region).toBeUndefined();
});

test('what costs nothing needs no card', () => {
  expect(orderFor(valuesIn(form(GOOD), {}), 'q1', 'post', { withEmail: true, withCard: false })).not.toHaveProperty('paymentMethod');
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

test('whoever may have ordered already is shown that order, and not asked to pay again', () => {
  const used = { code: 'QUOTE_USED', status: 409, errors: [], details: { orderId: 'x1' } };
  expect(orderAlreadyIn(used)).toBe('x1');
  expect(needsAnotherQuote(used)).toBe(false);
  expect(orderAlreadyIn({ ...used, details: { orderId: null } })).toBeUndefined();
  expect(needsAnotherQuote({ ...used, code: 'QUOTE_EXPIRED' })).toBe(true);
});
