import { expect, test } from 'vitest';
import { addressOf, minutesOld, queryOf, redirectOf, toggled } from './model';

test('an address says what is looked for, and nonsense in it is passed over', () => {
  expect(queryOf({ q: ' mug ', brand: ['a', 'b'], sort: 'by-luck', inStock: 'yes', other: 'x' })).toEqual({
    q: 'mug',
    brand: 'a',
    category: undefined,
    attribute: undefined,
    inStock: undefined,
    sort: undefined,
    cursor: undefined,
  });
  expect(queryOf({ q: 'x'.repeat(500) }).q).toHaveLength(200);
});

test('whoever narrows begins at the first page', () => {
  const query = { q: 'mug', brand: 'Clayworks', cursor: 'abc' };
  expect(addressOf('/search', query, { inStock: true })).toBe('/search?q=mug&brand=Clayworks&inStock=true');
  expect(addressOf('/search', query, { brand: undefined })).toBe('/search?q=mug');
  expect(addressOf('/search', query, { cursor: 'next' })).toBe('/search?q=mug&brand=Clayworks&cursor=next');
  expect(addressOf('/search', {})).toBe('/search');
});

test('attributes are chosen one by one, each as often as it likes', () => {
  const query = queryOf({ attribute: ['colour:red', 'nonsense', 'colour:red', 'memory:16'] });
  expect(query.attribute).toEqual(['colour:red', 'memory:16']);
  expect(queryOf({ attribute: 'colour:red' }).attribute).toEqual(['colour:red']);
  const more = addressOf('/search', query, { attribute: toggled(query.attribute, 'colour:blue') });
  expect(more).toBe('/search?attribute=colour%3Ared&attribute=memory%3A16&attribute=colour%3Ablue');
  expect(addressOf('/search', query, { attribute: toggled(['colour:red'], 'colour:red') })).toBe('/search');
});

test.each(['/help', '/categories/garden?sort=price', '/search?category=Garden', '/products/a-mug#reviews'])('a rule leads to %s', (path) =>
  expect(redirectOf(path)).toBe(path),
);

test.each([undefined, null, '', 'help', '//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/a b', '/search?q=mug', '/./search?q=mug'])(
  'a rule does not lead to %s',
  (path) => expect(redirectOf(path)).toBeUndefined(),
);

test('an answer from before says how old it is', () => {
  const now = Date.parse('2026-01-15T10:30:00Z');
  expect(minutesOld('2026-01-15T10:15:00Z', now)).toBe(15);
  expect(minutesOld('2026-01-15T10:29:55Z', now)).toBe(1);
  expect(minutesOld(undefined, now)).toBeUndefined();
  expect(minutesOld('nonsense', now)).toBeUndefined();
});
