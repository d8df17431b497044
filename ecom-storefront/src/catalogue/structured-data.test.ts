import { expect, test } from 'vitest';
import { structuredData } from './structured-data';

const product = {
  id: '0190',
  slug: 'mug',
  name: 'Mug </script><script>alert(1)</script>',
  pictures: [],
  attributes: [],
  variants: [{ sku: 'A', options: {}, price: { amount: 1499, currency: 'USD' } }],
};

test('no name of a product ends the script that it stands in', () => {
  const text = structuredData(product, null, 'https://shop.example');
  expect(text).not.toContain('<');
  expect(JSON.parse(text).name).toBe(product.name);
});

test('what is not known is not said', () => {
  const unknown = JSON.parse(structuredData(product, null, 'https://shop.example'));
  expect(unknown).not.toHaveProperty('aggregateRating');
  expect(unknown.offers[0]).toMatchObject({ price: '14.99', url: 'https://shop.example/products/mug?variant=A' });
  expect(unknown.offers[0]).not.toHaveProperty('availability');
  const out = new Map([['A', { level: 'OUT_OF_STOCK' as const, available: 0 }]]);
  expect(JSON.parse(structuredData(product, out, 'https://shop.example')).offers[0].availability).toBe('https://schema.org/OutOfStock');
});
