import { expect, test } from 'vitest';
import { fieldsOf, needsAnotherQuote, orderAlreadyIn, orderFor, valuesIn } from './model';

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  Object.entries(values).forEach(([name, value]) => data.set(name, value));
  return data;
}

const GOOD = { email: ' a@example.com ', recipient: 'Ada', line1: '1 Street', city: 'Town', country: 'DE', card: 'pm_card_ok' };
const GUEST = { withEmail: true, withCard: true };

test('only of a guest it is said where news goes', () => {
  expect(orderFor(valuesIn(form(GOOD), {}), 'q1', 'post', { withEmail: false, withCard: true })).not.toHaveProperty('email');
});

test('whoever is billed is named only where that is somebody else', () => {
  expect(orderFor(valuesIn(form({ ...GOOD, 'billing.country': 'US' }), {}), 'q1', 'post', GUEST)).not.toHaveProperty('billingAddress');
  const billed = { 'billing.recipient': 'Office Ltd', 'billing.line1': '2 Road', 'billing.city': 'New York', 'billing.region': 'NY', 'billing.postalCode': '10001', 'billing.country': 'US' };
  const order = orderFor(valuesIn(form({ ...GOOD, ...billed, taxId: '12-3456789', note: 'Ring', giftMessage: 'Yours', phone: '0123456789' }), {}), 'q1', 'post', GUEST);
  expect(order.billingAddress).toEqual({ recipient: 'Office Ltd', line1: '2 Road', city: 'New York', region: 'NY', postalCode: '10001', country: 'US' });
  expect(order).toMatchObject({ taxId: '12-3456789', note: 'Ring', giftMessage: 'Yours', phone: '0123456789', shippingAddress: { recipient: 'Ada' } });
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
    { field: 'billingAddress.region', message: 'must not be blank' },
    { field: 'taxId', message: 'must be written like DE123456789' },
    { field: 'items', message: 'is not shown' },
  ];
  expect(fieldsOf({ ...problem, errors })).toEqual({ postalCode: 'invalid', card: 'invalid', 'billing.region': 'invalid', taxId: 'invalid' });
});

test('whoever may have ordered already is shown that order, and not asked to pay again', () => {
  const used = { code: 'QUOTE_USED', status: 409, errors: [], details: { orderId: 'x1' } };
  expect(orderAlreadyIn(used)).toBe('x1');
  expect(needsAnotherQuote(used)).toBe(false);
  expect(orderAlreadyIn({ ...used, details: { orderId: null } })).toBeUndefined();
  expect(needsAnotherQuote({ ...used, code: 'QUOTE_EXPIRED' })).toBe(true);
});
