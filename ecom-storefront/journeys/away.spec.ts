// Not of the shopper's own `test`: pages that cannot be what they are for are answered with 503 here, on purpose.
import { test, type Page } from '@playwright/test';
import { ACCEPTED, addToBasket, expect, fillIn, findProduct, goToCheckout, isSold, orderIn, pay, register } from './shopper';
import { StandIn } from './stand-in';

const AWAY = 'does not answer just now';

/** What somebody sees on their way through the shop, a word of each page; 503 where it cannot be what it is for. */
type Way = Partial<Record<Stop, string | [status: 503, word: string]>>;

const STOPS = ['home', 'category', 'search', 'product', 'basket', 'checkout', 'orders', 'order', 'account', 'wishlist', 'addresses', 'security'] as const;
type Stop = (typeof STOPS)[number];

const ALL_THERE: Record<Stop, string | RegExp> = {
  home: 'New in the shop',
  category: 'Garden',
  search: 'Watering Can 1.5 l',
  product: 'Add to basket',
  basket: 'Go to checkout',
  checkout: 'Continue to the total',
  orders: /Confirmed|On its way|Delivered/,
  order: 'Watering Can 1.5 l',
  account: 'Security',
  wishlist: 'Watering Can 1.5 l',
  addresses: 'A new address',
  security: 'Sign out everywhere',
};

const SERVICES: [service: string, paths: RegExp, way: Way][] = [
  [
    'product-service',
    /^\/api\/(products|categories)/,
    { category: [503, AWAY], product: [503, AWAY], wishlist: 'names of products cannot be looked up' },
  ],
  ['search-service', /^\/api\/search/, { home: AWAY, category: [503, 'Browse the categories'], search: [503, 'Browse the categories'] }],
  ['inventory-service', /^\/api\/inventory/, { product: 'We cannot look at the shelf just now' }],
  ['review-service', /^\/api\/reviews/, { product: 'Reviews cannot be shown just now' }],
  ['cart-service', /^\/api\/cart/, { basket: [503, AWAY], checkout: [503, AWAY] }],
  ['order-service', /^\/api\/(orders|quotes)/, { checkout: 'Orders cannot be taken just now', orders: [503, AWAY], order: [503, AWAY] }],
  ['payment-service', /^\/api\/payments/, {}],
  ['user-service', /^\/api\/users/, { checkout: 'Your saved addresses cannot be shown', wishlist: [503, AWAY], addresses: [503, AWAY] }],
  ['auth-service', /^\/api\/auth/, { security: [503, AWAY] }],
  ['notification-service', /^\/api\/notifications/, {}],
];

test.describe('while one service is away', () => {
  const shop = new StandIn();
  const at = {} as Record<Stop, string>;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(90_000);
    await shop.start();
    page = await browser.newPage({ baseURL: shop.origin });
    await register(page);
    await findProduct(page, 'Watering Can 1.5 l');
    await page.waitForURL(/\/products\//);
    const product = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Put on the wishlist' }).click();
    await expect(page.getByRole('main').getByRole('status')).toBeVisible();
    await page.goto(product);
    await addToBasket(page);
    await goToCheckout(page);
    await fillIn(page, ACCEPTED);
    await pay(page);
    const order = orderIn(page);
    await isSold(page);
    await page.goto(product);
    await addToBasket(page);
    Object.assign(at, {
      home: '/',
      category: '/categories/garden',
      search: '/search?q=watering',
      product,
      basket: '/cart',
      checkout: '/checkout',
      orders: '/account/orders',
      order: `/orders/${order}`,
      account: '/account',
      wishlist: '/account/wishlist',
      addresses: '/account/addresses',
      security: '/account/security',
    });
  });

  test.afterAll(() => shop.stop());

  /** Along the whole way: what each page says, how it is answered, and what the browser makes of it. */
  async function walk(way: Way): Promise<void> {
    const wrong: string[] = [];
    page.on('console', (message) => {
      const isOutage = message.text().includes('503') && message.location().url === page.url();
      if (['error', 'warning'].includes(message.type()) && !isOutage) {
        wrong.push(`${message.text()} at ${message.location().url}`);
      }
    });
    page.on('pageerror', (error) => wrong.push(String(error)));
    for (const stop of STOPS) {
      const told = way[stop] ?? ALL_THERE[stop];
      const [status, word] = Array.isArray(told) ? told : [200, told];
      const response = await page.goto(at[stop]);
      expect.soft(response?.status(), stop).toBe(status);
      await expect.soft(page.getByRole('main'), stop).toContainText(word);
    }
    page.removeAllListeners('console');
    page.removeAllListeners('pageerror');
    expect(wrong).toEqual([]);
  }

  for (const [service, paths, way] of SERVICES) {
    test(`${service}: every page says what it can still do`, async () => {
      await shop.without(paths);
      await walk(way);
    });
  }

  test('and once all are back, nothing is missing', async () => {
    await shop.without();
    await walk({});
    await expect(page.getByRole('main')).not.toContainText(AWAY);
  });
});
