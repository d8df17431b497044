import { expect, test } from 'vitest';
import { addressOf, queryOf } from './model';

test('an address says what is looked for, and nonsense in it is passed over', () => {
  expect(queryOf({ q: ' mug ', brand: ['a', 'b'], sort: 'by-luck', inStock: 'yes', other: 'x' })).toEqual({
    q: 'mug',
    brand: 'a',
    category: undefined,
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
