import { expect, test } from 'vitest';
import ar from './ar.json';
import de from './de.json';
import en from './en.json';
import failed from './failed.json';
import { LANGUAGES, languageFrom, translator, type Key } from './index';
import { decimal, formatMoney } from './money';
import { accountProblemWords, wordsFor } from './problems';

const keys = Object.keys(en) as Key[];
const placeholders = (text: unknown) => [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each([de, ar])('every language has the same words', (other) => {
  expect(Object.keys(other).sort()).toEqual([...keys].sort());
});

test.each([failed.de, failed.ar])('a page that failed says so in every language', (other) => {
  expect(Object.keys(other)).toEqual(Object.keys(failed.en));
  expect(Object.keys(failed)).toEqual([...LANGUAGES]);
});

test.each(keys)('%s says the same things in every language', (key) => {
  for (const other of [de, ar]) {
    expect(new Set(placeholders(other[key]))).toEqual(new Set(placeholders(en[key])));
    expect(typeof other[key]).toBe(typeof en[key]);
  }
});

test('one thing is not several', () => {
  const t = translator('en');
  expect(t('cart.items', { count: 1 })).toBe('1 item');
  expect(t('cart.items', { count: 1200 })).toBe('1,200 items');
  expect(translator('de')('cart.items', { count: 1200 })).toBe('1.200 Stück');
  expect(new Set([1, 2, 3, 11].map((count) => translator('ar')('cart.items', { count }))).size).toBe(4);
});

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['fr-FR, en;q=0.5, de;q=0.4', 'en'],
  ['fr', 'en'],
  [null, 'en'],
])('who accepts %s reads %s', (accepted, language) => expect(languageFrom(undefined, accepted)).toBe(language));

test('what somebody chose counts before what their browser says', () => {
  expect(languageFrom('de', 'en')).toBe('de');
  expect(languageFrom('klingon', 'de')).toBe('de');
});

test.each([
  [{ amount: 1499, currency: 'USD' }, 'en', '$14.99'],
  [{ amount: 5, currency: 'USD' }, 'en', '$0.05'],
  [{ amount: 1499, currency: 'JPY' }, 'en', '¥1,499'],
  [{ amount: 1499, currency: 'KWD' }, 'en', 'KWD\u00a01.499'],
  [{ amount: 1499, currency: 'UYI' }, 'en', 'UYI\u00a01,499'],
  [{ amount: 1499, currency: 'CLF' }, 'en', 'CLF\u00a00.1499'],
  [{ amount: 1499, currency: 'UYW' }, 'en', 'UYW\u00a00.1499'],
  [{ amount: 1499, currency: 'HUF' }, 'en', 'HUF\u00a014.99'],
  [{ amount: 149900, currency: 'EUR' }, 'de', '1.499,00\u00a0€'],
])('%o reads as money in %s', (money, language, text) => expect(formatMoney(money, language)).toBe(text));

test('no amount loses a unit', () => {
  expect(decimal(9_007_199_254_740_991, 2)).toBe('90071992547409.91');
  expect(decimal(-7, 2)).toBe('-0.07');
});

test('a problem is told by its code, and otherwise by its kind', () => {
  const t = translator('en');
  const problem = { code: 'EMAIL_TAKEN', status: 409, errors: [], details: {} };
  expect(wordsFor(problem, t)).toBe(en['problem.EMAIL_TAKEN']);
  expect(wordsFor({ ...problem, code: 'NEVER_HEARD_OF', status: 503 }, t)).toBe(en['problem.kind.away']);
  expect(wordsFor({ ...problem, code: 'TOO_MANY_OF_ONE', status: 422, details: { most: 100 } }, t)).toContain('100');
});

test('every code of which a form knows has words', () => {
  expect(Object.values(accountProblemWords(translator('en'))).every((it) => it.length > 10)).toBe(true);
});
