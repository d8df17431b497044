import { expect, test } from 'vitest';
import { translator } from '@/words';
import { methodName, rowsOf, rowsOfGoods, type BillView, type Row } from './model';

const t = translator('en');
type Line = BillView['lines'][number];
const line = (sku: string, quantity: number, subtotal: number): Line => {
  const nothing = { itemDiscount: 0, orderDiscount: 0, ppm: 0, tax: 0, taxRemoved: 0 };
  return { ...nothing, sku, quantity, unitPrice: subtotal / quantity, subtotal, paid: subtotal };
};
const tax = (ppm: number, amount: number): BillView['taxes'][number] => ({ code: 'tax', base: 0, ppm, tax: amount, parts: [] });
const shipping = (method: string, price: number): BillView['shipping'] => ({ method, price, discount: 0, paid: price, tax: 0, free: price === 0 });
const NAMES = new Map([['KNIFE', 'A knife']]);
const BILL: BillView = {
  currency: 'CHF',
  discount: 390,
  notApplied: [],
  lines: [line('KNIFE', 1, 4195), line('TEA', 2, 1378)],
  discounts: [{ promotion: 'seventh', name: 'Seven percent', amount: 390, byLine: [294, 96] }],
  shipping: shipping('post', 790),
  taxes: [tax(81000, 337), tax(26000, 37)],
  subtotal: 5573,
  tax: 374,
  total: 5973,
};

const said = (rows: Row[]) => rows.map((it) => `${it.kind} ${it.label} ${it.amount.replace(/\u00a0/g, ' ')}`);

test('a bill says every step from the goods to the total, and which tax is inside', () => {
  expect(said(rowsOf(BILL, NAMES, t))).toEqual([
    'line 1 × A knife CHF 41.95',
    'line 2 × TEA CHF 13.78',
    'step Seven percent -CHF 3.90',
    'step Shipping: Post CHF 7.90',
    'total Total CHF 59.73',
    'inside Including 8.1% tax CHF 3.37',
    'inside Including 2.6% tax CHF 0.37',
  ]);
});

test('tax that comes on top is a step, and not inside', () => {
  const net = { ...BILL, discounts: [], taxes: [tax(88750, 532)], shipping: shipping('express', 500), subtotal: 5997, tax: 532, total: 7029 };
  expect(said(rowsOf(net, NAMES, t)).slice(2)).toEqual(['step Shipping: Express CHF 5.00', 'step Tax 8.875% CHF 5.32', 'total Total CHF 70.29']);
});

test('what is shipped for nothing says so, and tax that is not charged is shown', () => {
  const exempt = { ...BILL, discounts: [], taxes: [tax(0, 0)], shipping: shipping('post', 0), subtotal: 1200, tax: 0, total: 1000 };
  expect(said(rowsOf(exempt, NAMES, t)).slice(2)).toEqual(['step Shipping: Post free', 'step Tax that you do not pay -CHF 2.00', 'total Total CHF 10.00']);
});

test('every step of a bill adds up to its total', () => {
  const sum = rowsOf(BILL, NAMES, t)
    .filter((it) => it.kind === 'line' || it.kind === 'step')
    .reduce((all, it) => all + Math.round(Number(it.amount.replace(/[^\d.-]/g, '')) * 100), 0);
  expect(sum).toBe(BILL.total);
});

test('what costs less than otherwise says what it costs otherwise', () => {
  const lines = [{ ...line('KNIFE', 2, 6000), listPrice: 4000 }, line('TEA', 1, 700)];
  const rows = rowsOf({ ...BILL, currency: 'USD', lines, total: 6700 }, NAMES, t);
  expect(rows.filter((it) => it.kind === 'line').map((it) => it.was?.amount)).toEqual(['$80.00', undefined]);
});

test('goods without a bill are their lines and a sum', () => {
  const price = { amount: 700, currency: 'USD' };
  expect(said(rowsOfGoods([{ sku: 'A', name: 'A pen', quantity: 2, price }], price, 'Goods', t))).toEqual(['line 2 × A pen $7.00', 'total Goods $7.00']);
});

test('a way of shipping that nobody has words for is called as staff named it', () => {
  expect(methodName('standard', translator('de'))).toBe('Standardversand');
  expect(methodName('night-courier', t)).toBe('Night courier');
});
