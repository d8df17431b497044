import { expect, test } from 'vitest';
import { choicesOf, chosenVariant, productPath, quantitiesOf, slugOf, type Variant } from './model';

const price = { amount: 100, currency: 'USD' };
const variant = (sku: string, colour: string, size: string): Variant => ({ sku, price, options: { colour, size } });
const SHIRTS = [variant('red-s', 'red', 'S'), variant('red-m', 'red', 'M'), variant('blue-m', 'blue', 'M')];

test('an address names the product and, where one is chosen, the variant', () => {
  expect(productPath({ slug: 'a-mug' })).toBe('/products/a-mug');
  expect(productPath({ slug: 'a-mug' }, 'ECO 1')).toBe('/products/a-mug?variant=ECO%201');
});

test('the address chooses the variant, and the first one counts where it means none', () => {
  expect(chosenVariant(SHIRTS, 'blue-m')?.sku).toBe('blue-m');
  expect(chosenVariant(SHIRTS, 'gone')?.sku).toBe('red-s');
  expect(chosenVariant([], 'gone')).toBeUndefined();
});

test('of what there is enough, and of what nobody knows, up to ten can be bought at once', () => {
  expect(quantitiesOf({ level: 'IN_STOCK' })).toHaveLength(10);
  expect(quantitiesOf(undefined)).toHaveLength(10);
  expect(quantitiesOf({ level: 'LOW', available: 3 })).toEqual([1, 2, 3]);
});

test('every variant can be reached from every other', () => {
  const reached = new Set<string>();
  const go = (from: Variant) => {
    if (!reached.has(from.sku)) {
      reached.add(from.sku);
      choicesOf(SHIRTS, from).flatMap((it) => it.choices).forEach((it) => it.variant && go(it.variant));
    }
  };
  go(SHIRTS[0]!);
  expect(reached).toEqual(new Set(['red-s', 'red-m', 'blue-m']));
});

test('choosing a value keeps what else was chosen if there is such a variant', () => {
  const [colour] = choicesOf(SHIRTS, SHIRTS[1]!);
  expect(colour?.choices.map((it) => [it.value, it.variant?.sku, it.isChosen])).toEqual([
    ['red', 'red-m', true],
    ['blue', 'blue-m', false],
  ]);
});

test.each([
  ['Home & Garden', 'home-garden'],
  ['Küche', 'kuche'],
  ['  tea ', 'tea'],
])('%s is %s in an address', (name, slug) => expect(slugOf(name)).toBe(slug));
