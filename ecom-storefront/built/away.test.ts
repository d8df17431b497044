import { beforeEach, describe, expect, test } from 'vitest';
import { ScriptedGateway } from './gateway';
import { builtServer } from './server';

const gateway = new ScriptedGateway();
const server = builtServer(() => gateway.address);

const ORDER_ID = '01970000-0000-7000-8000-12fedcba9876';
const money = (amount: number) => ({ amount, currency: 'USD' });
const mug = { productId: 'p-1', slug: 'a-mug', name: 'A mug', category: 'Garden', price: money(1499), skus: ['MUG'], attributes: {}, variants: [{ sku: 'MUG', options: {}, price: money(1499) }] };
const order = { orderId: ORDER_ID, orderNumber: 'K7Q-42M-9XC', state: 'DELIVERED', total: money(1499), createdAt: '2026-01-01T00:00:00Z', shippingAddress: {} };

/** What each service has to say to somebody with an account, a basket and an order. */
const SHOP: Record<string, Record<string, unknown>> = {
  product: { 'GET /api/categories': [{ category: 'Garden', count: 3 }], 'GET /api/products/by-slug/a-mug': mug, 'GET /api/products/p-1': mug },
  search: { 'GET /api/search/products': { items: [mug], total: 1, facets: {} } },
  inventory: { 'GET /api/inventory': { items: [{ sku: 'MUG', level: 'IN_STOCK' }] } },
  review: {
    'GET /api/reviews': { items: [] },
    'GET /api/reviews/summary': { average: 0, count: 0, histogram: [] },
    'GET /api/reviews/mine': { items: [{ reviewId: 'r-1', productId: 'p-1', rating: 5, title: 'Good', comment: 'Holds tea.', status: 'APPROVED' }] },
  },
  cart: {
    'GET /api/cart': {
      items: [{ sku: 'MUG', productId: 'p-1', name: 'A mug', quantity: 1, unitPrice: money(1499), lineTotal: money(1499) }],
      itemCount: 1,
      total: money(1499),
      version: 1,
    },
  },
  order: { 'GET /api/orders': { items: [order] }, [`GET /api/orders/${ORDER_ID}`]: { ...order, lines: [] }, [`GET /api/orders/${ORDER_ID}/timeline`]: [] },
  user: {
    'GET /api/users/me/addresses': { items: [{ addressId: 'a-1', label: 'Home', recipient: 'Ada' }] },
    'GET /api/users/me/wishlist': { items: [{ productId: 'p-1' }] },
    'GET /api/users/me/profile': { email: 'ada@example.com' },
    'GET /api/users/me/preferences': { language: 'en' },
    'GET /api/users/me/privacy-requests': { items: [] },
  },
  auth: { 'GET /api/auth/sessions': { items: [] }, 'GET /api/auth/second-factor': { enabled: false }, 'POST /api/auth/refresh': { accessToken: 'a.b.c' } },
};

const AWAY = { status: 503, body: { code: 'DOWNSTREAM_UNAVAILABLE', correlationId: '0190' } };
const GENERAL = 'does not answer just now';

/** Pages that stay what they are for, and what they say is missing; and pages that cannot be it, with what they say. */
type Told = { still: Record<string, string>; without?: Record<string, string> };

/** Products first: what has been seen of a product is shown until it is known better. */
const TOLD: Record<string, Told> = {
  product: {
    still: {
      '/': 'A mug',
      '/search?q=mug': 'A mug',
      '/cart': 'A mug',
      '/checkout': 'Continue to the total',
      '/account/wishlist': 'names of products cannot be looked up',
      '/account/reviews': 'names of products cannot be looked up',
      '/account/reviews?product=p-1': 'a product whose name we cannot look up',
      '/account/orders': 'K7Q-42M-9XC',
    },
    without: { '/categories': GENERAL, '/categories/garden': GENERAL, '/products/a-mug': 'New in the shop' },
  },
  review: { still: { '/products/a-mug': 'Reviews cannot be shown just now' }, without: { '/account/reviews': GENERAL } },
  inventory: { still: { '/products/a-mug': 'We cannot look at the shelf just now', '/cart': 'Go to checkout' } },
  search: {
    still: { '/': GENERAL, '/categories': 'Garden', '/products/a-mug': 'Add to basket', '/cart': 'Go to checkout' },
    without: { '/search?q=mug': 'Browse the categories', '/categories/garden': 'Browse the categories' },
  },
  cart: {
    still: { '/': 'Your basket cannot be shown just now', '/products/a-mug': 'Add to basket', '/account/orders': 'K7Q-42M-9XC' },
    without: { '/cart': GENERAL, '/checkout': GENERAL },
  },
  order: {
    still: { '/': 'A mug', '/cart': 'Go to checkout', '/checkout': 'Orders cannot be taken just now', '/orders/find': 'E-mail' },
    without: { '/account/orders': GENERAL, [`/orders/${ORDER_ID}`]: GENERAL, [`/checkout/confirming/${ORDER_ID}`]: GENERAL },
  },
  user: {
    still: { '/checkout': 'Your saved addresses cannot be shown just now', '/account': 'Orders', '/account/orders': 'K7Q-42M-9XC' },
    without: { '/account/wishlist': GENERAL, '/account/addresses': GENERAL, '/account/profile': GENERAL, '/account/privacy': GENERAL },
  },
  auth: {
    still: { '/': 'A mug', '/products/a-mug': 'Add to basket', '/cart': 'Go to checkout', '/account/orders': 'K7Q-42M-9XC', '/forgot-password': 'E-mail' },
    without: { '/account/security': GENERAL },
  },
};

const claims = (seconds: number) => Buffer.from(JSON.stringify({ sub: 'ada', exp: Math.floor(Date.now() / 1000) + seconds, roles: ['CUSTOMER'] })).toString('base64url');
const SIGNED_IN = `access=h.${claims(900)}.s`;
const ASLEEP = `access=h.${claims(-1)}.s; refresh=some`;

async function visit(path: string, cookie = SIGNED_IN) {
  const response = await fetch(server.origin + path, { redirect: 'manual', headers: { cookie } });
  const text = (await response.text()).replace(/<script.*?<\/script>/gs, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { status: response.status, text };
}

function open(away?: string): void {
  for (const [service, answers] of Object.entries(SHOP)) {
    for (const [operation, body] of Object.entries(answers)) {
      gateway.answer(operation, service === away ? AWAY : { body });
    }
  }
}

describe.each(Object.entries(TOLD))('while %s-service is away', (service, { still, without = {} }) => {
  beforeEach(() => open(service));

  test.each(Object.entries(still))('%s is there and says: %s', async (path, words) => {
    const { status, text } = await visit(path);
    expect(text).toContain(words);
    expect(status).toBe(200);
  });

  test.each(Object.entries(without))('%s cannot be what it is for, and says: %s', async (path, words) => {
    const { status, text } = await visit(path);
    expect(text).toContain(words);
    expect(status).toBe(503);
  });
});

test('a session that cannot be renewed is not over, and pages say so', async () => {
  open('auth');
  const home = await visit('/', ASLEEP);
  expect(home.text).toContain('You are not signed out');
  expect(home.text).toContain('A mug');
  for (const path of ['/account/orders', '/cart', '/checkout']) {
    const { status, text } = await visit(path, ASLEEP);
    expect(text).toContain('Nobody can check your sign-in at the moment');
    expect(status).toBe(503);
  }
});

test('where all are there nothing is missing', async () => {
  open();
  const paths = Object.values(TOLD).flatMap((it) => [...Object.keys(it.still), ...Object.keys(it.without ?? {})]);
  for (const path of new Set(paths)) {
    const { status, text } = await visit(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toMatch(/just now/);
  }
});
