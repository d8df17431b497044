import { expect, test } from 'vitest';
import { pageOf, returnTo } from './return-to';

test.each(['/', '/cart', '/checkout', '/products/a-mug?variant=ECO-1', '/categories/tea', '/categories/k%C3%BCche', '/account/orders'])(
  'goes on to %s',
  (wish) => expect(returnTo(wish, '/elsewhere')).toBe(wish),
);

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/cart/../../evil',
  '/categories/%2e%2e//evil%2ecom',
  '/categories/../evil',
  '/products/..',
  'javascript:alert(1)',
  '/cart?next=//evil.example',
  '/cart#x',
  '/products/a?b=c\nSet-Cookie: d',
  '/sign-in',
  undefined,
  42,
])('never goes on to %s', (wish) => expect(returnTo(wish, '/elsewhere')).toBe('/elsewhere'));

test.each([
  ['https://shop.example/search?q=caf%C3%A9&sort=price', '/search?q=caf%C3%A9&sort=price'],
  ['https://shop.example/products/a-mug?variant=X%201#reviews', '/products/a-mug?variant=X%201'],
  ['https://shop.example//elsewhere.example/', '/'],
  ['https://shop.example/\\elsewhere.example/', '/'],
  ['https://elsewhere.example/cart', '/'],
  ['https://shop.example.elsewhere.example/cart', '/'],
  ['nonsense', '/'],
  [null, '/'],
])('who was at %s stays at %s', (referer, page) => expect(pageOf(referer, 'https://shop.example')).toBe(page));
