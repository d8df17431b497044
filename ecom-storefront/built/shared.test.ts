import { expect, test } from 'vitest';
import { ScriptedGateway } from './gateway';
import { builtServer } from './server';

const gateway = new ScriptedGateway();
const server = builtServer(() => gateway.address);

const product = { productId: 'p-1', slug: 'a-mug', name: 'A mug', description: 'Holds tea.', attributes: {}, variants: [{ sku: 'MUG', options: {}, price: { amount: 1499, currency: 'USD' } }] };

/** What a page says of itself to whoever shares its address. */
async function sharedOf(path: string): Promise<Record<string, string>> {
  const page = await (await fetch(server.origin + path)).text();
  const tags = [...page.matchAll(/<meta property="og:([\w:]+)" content="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name, content]) => [name, content]));
}

test.each(['/', '/help', '/categories/garden', '/products/a-mug'])('%s is shared with the picture of the shop, from its own address', async (path) => {
  gateway.answer('GET /api/categories', { body: [{ category: 'Garden', count: 3 }] });
  gateway.answer('GET /api/products/by-slug/a-mug', { body: product });
  const shared = await sharedOf(path);
  expect(shared['image']).toMatch(new RegExp(`^${server.origin}/opengraph-image\\.png`));
  expect(shared).toMatchObject({ 'image:width': '1200', 'image:height': '630', 'image:alt': 'Larkfield', site_name: 'Larkfield' });

  const picture = await fetch(shared['image'] ?? '');
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('cache-control')).toContain('public');
  expect((await picture.arrayBuffer()).byteLength).toBeLessThan(100_000);
});

test('a product that has a picture is shared with that', async () => {
  gateway.answer('GET /api/products/by-slug/a-pot', { body: { ...product, slug: 'a-pot', name: 'A pot', imageUrls: ['/media/pot.jpg'] } });
  expect(await sharedOf('/products/a-pot')).toMatchObject({
    image: `${server.origin}/media/pot.jpg`,
    title: 'A pot',
    description: 'Holds tea.',
    url: `${server.origin}/products/a-pot`,
  });
});

test('an address that a product had leads to the one that it has', async () => {
  gateway.answer('GET /api/products/by-slug/old-mug', { status: 308, headers: { location: '/api/products/by-slug/a-mug' } });
  gateway.answer('GET /api/products/by-slug/a-mug', { body: product });
  const page = await fetch(`${server.origin}/products/old-mug?variant=MUG`, { redirect: 'manual' });
  expect(page.status).toBe(308);
  expect(page.headers.get('location')).toMatch(/\/products\/a-mug\?variant=MUG$/);
});
