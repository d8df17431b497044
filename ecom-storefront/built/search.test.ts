import { expect, test } from 'vitest';
import { ScriptedGateway } from './gateway';
import { builtServer } from './server';

const gateway = new ScriptedGateway();
const server = builtServer(() => gateway.address);

const SEARCH = 'GET /api/search/products';
const product = { productId: 'p-1', slug: 'a-mug', name: 'A mug', price: { amount: 1499, currency: 'USD' }, inStock: true, skus: ['M'], variants: [] };
const found = { items: [product], total: 1, facets: {} };

const get = (path: string) => fetch(server.origin + path, { redirect: 'manual' });

const click = (body: string, site = 'same-origin') =>
  fetch(`${server.origin}/search/clicks`, { method: 'POST', body, headers: { 'Sec-Fetch-Site': site } });

test('a search leads where a rule of staff says, and nowhere else', async () => {
  gateway.answer(SEARCH, { body: { ...found, redirect: '/help' } });
  const response = await get('/search?q=returns');
  expect(response.status).toBe(307);
  expect(response.headers.get('location')).toBe('/help');

  gateway.answer(SEARCH, { body: { ...found, redirect: '//elsewhere.example' } });
  expect((await get('/search?q=returns')).status).toBe(200);
});

test('a list from before says how old it is, and one of now says nothing', async () => {
  gateway.answer(SEARCH, { body: { ...found, asOf: new Date(Date.now() - 15 * 60_000).toISOString() } });
  expect(await (await get('/search')).text()).toContain('This list is 15 minutes old');

  gateway.answer(SEARCH, { body: found });
  expect(await (await get('/search')).text()).not.toContain('minutes old');
});

test('whoever finds something else than they asked for is told', async () => {
  gateway.answer(SEARCH, { body: { ...found, correctedQuery: 'laptop' } });
  expect(await (await get('/search?q=labtop')).text()).toContain('These are for “laptop”.');

  gateway.answer(SEARCH, { body: { ...found, someWords: true } });
  expect(await (await get('/search?q=a+b+c+d')).text()).toContain('These have some of them.');
});

test('what is chosen is passed on once it makes sense, and the page never waits for more', async () => {
  gateway.answer('POST /api/search/clicks', { status: 202, body: {} });
  expect((await click('{"query":"mug","productId":"p-1","position":1,"other":true}')).status).toBe(204);
  expect(gateway.lastly('POST /api/search/clicks')?.body).toEqual({ query: 'mug', productId: 'p-1', position: 1 });

  const before = gateway.asked.length;
  for (const body of ['', 'nonsense', '{"query":"mug"}', `"${'x'.repeat(5_000)}"`]) {
    expect((await click(body)).status).toBe(204);
  }
  expect((await click('{"query":"mug","productId":"p-1","position":1}', 'cross-site')).status).toBe(403);
  expect(gateway.asked).toHaveLength(before);

  gateway.answer('POST /api/search/clicks', { status: 503, body: { code: 'DOWNSTREAM_UNAVAILABLE' } });
  expect((await click('{"query":"mug","productId":"p-1","position":1}')).status).toBe(204);
});

test('suggestions have what others looked for, with brands, prices and pictures beside', async () => {
  gateway.answer('GET /api/search/suggestions', {
    body: { suggestions: ['A mug'], products: [{ ...product, imageUrl: '/media/mug.webp' }], categories: ['Mugs'], brands: ['Mugworks'], queries: ['mug tree'] },
  });
  expect(await (await get('/search/suggestions?q=mug')).json()).toEqual([
    { kind: 'category', text: 'Mugs', href: '/categories/mugs' },
    { kind: 'brand', text: 'Mugworks', href: '/search?brand=Mugworks' },
    { kind: 'query', text: 'mug tree', href: '/search?q=mug+tree' },
    { kind: 'product', text: 'A mug', href: '/products/a-mug', price: '$14.99', image: '/media/mug.webp' },
  ]);
});
