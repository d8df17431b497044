import { expect, test } from 'vitest';
import { index, pageOf, pagesOf, PER_PAGE, urlSet } from './model';

const many = Array.from({ length: PER_PAGE + 1 }, (_, it) => `/products/p${it}`);

test('every address is on exactly one page', () => {
  expect(pagesOf(many.length)).toBe(2);
  expect([...(pageOf(many, '1') ?? []), ...(pageOf(many, '2') ?? [])]).toEqual(many);
});

test.each(['0', '3', '-1', 'one', '1.5', '01'])('there is no page %s', (page) => expect(pageOf(many, page)).toBeNull());

test('a shop without products has a page all the same', () => expect(pageOf([], '1')).toEqual([]));

test('no address ends the element that it stands in', () => {
  expect(urlSet('https://shop.example', ['/a?b=1&c=<x>'])).toContain('<loc>https://shop.example/a?b=1&amp;c=&lt;x></loc>');
  expect(index('https://shop.example', 2)).toContain('<loc>https://shop.example/sitemaps/2</loc>');
});
