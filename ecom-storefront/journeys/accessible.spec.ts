// Some of it not of the shopper's own `test`: what cannot be what it is for is answered with 503, on purpose.
import { test as plain, type Page } from '@playwright/test';
import { ACCEPTED, addToBasket, ASKED, DECLINED, expect, fillIn, findProduct, goToCheckout, isSold, orderIn, pay, PASSWORD, register, someEmail, test, watch } from './shopper';
import { isAccessible } from './seen';
import { StandIn } from './stand-in';

const ANYBODYS = ['/', '/search?q=lamp', '/search?q=zzzzqqqq', '/categories', '/categories/garden', '/cart', '/checkout', '/account/orders', '/sign-in', '/register'];
const MORE = ['/forgot-password', '/orders/find', '/help', '/legal/terms', '/legal/privacy', '/legal/imprint', '/account/reset-password', '/account/verify-email', '/offline'];
const OWN = ['', '/orders', '/profile', '/addresses', '/reviews', '/security', '/privacy', '/wishlist'].map((it) => `/account${it}`);

for (const { colorScheme, width, tag } of [
  { colorScheme: 'light', width: 320, tag: '@smoke' },
  { colorScheme: 'dark', width: 1280, tag: '@night' },
  { colorScheme: 'light', width: 1280, tag: '@night' },
] as const) {
  test(`every page is accessible and fits, ${colorScheme} at ${width} px`, { tag }, async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({ baseURL, colorScheme, viewport: { width, height: 800 }, locale: 'en-US' });
    const wrong = watch(context, baseURL ?? '', { missing: ['/nothing'], leaves: false });
    const page = await context.newPage();
    await findProduct(page, 'Watering Can 1.5 l');
    const product = new URL(page.url()).pathname;
    await addToBasket(page);
    await isAccessible(page, '/cart just filled');
    const isNight = tag === '@night';
    for (const path of [...ANYBODYS, product, '/nothing', ...(isNight ? MORE : [])]) {
      await page.goto(path);
      await isAccessible(page, path);
    }
    if (isNight) {
      await statesAreAccessible(page);
      await endingsAreAccessible(page);
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
}

/** What pages look like once somebody has done something there. */
async function statesAreAccessible(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /^Basket/ }).click();
  await expect(page.getByRole('dialog', { name: 'Your basket' })).toBeVisible();
  await isAccessible(page, 'the drawer');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Search the shop' }).pressSequentially('water');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await isAccessible(page, 'suggestions');
  await page.goto('/cart');
  await page.getByRole('button', { name: 'Put Watering Can 1.5 l aside for later' }).click();
  await expect(page.getByRole('heading', { name: 'For later' })).toBeVisible();
  await isAccessible(page, 'a basket with things for later');
  await page.getByRole('button', { name: 'Put Watering Can 1.5 l into the basket' }).click();
  await page.getByRole('textbox', { name: 'Coupon code' }).fill('nosuchcode');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('NOSUCHCODE', { exact: true })).toBeVisible();
  await isAccessible(page, 'a basket with a code');
  await page.goto('/checkout');
  await page.getByRole('button', { name: 'Continue to the total' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await isAccessible(page, 'an empty checkout');
  await fillIn(page, ACCEPTED, someEmail());
  await isAccessible(page, 'a checkout with its total');
  await page.goto('/orders/find');
  await page.getByRole('button', { name: 'Find it' }).click();
  await expect(page.getByText('Some fields are still empty.')).toBeVisible();
  await isAccessible(page, 'an order that is not found');
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(someEmail());
  await page.getByLabel('Password').fill('not the password at all');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('E-mail or password is wrong.')).toBeVisible();
  await isAccessible(page, 'nobody signed in');
  await register(page);
  for (const path of OWN) {
    await page.goto(path);
    await isAccessible(page, path);
  }
  await page.goto('/account/addresses');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Some fields are still empty.')).toBeVisible();
  await isAccessible(page, 'an empty address');
  await page.goto('/account/security');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByRole('code')).toBeVisible();
  await isAccessible(page, 'a second factor that is set up');
}

/** Of orders, each way they go. */
async function endingsAreAccessible(page: Page): Promise<void> {
  await goToCheckout(await inBasket(page));
  await fillIn(page, ASKED);
  await pay(page);
  const order = orderIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Your bank wants to hear from you' })).toBeVisible({ timeout: 45_000 });
  await isAccessible(page, 'a bank that asks');
  await page.goto(`/orders/${order}`);
  await isAccessible(page, 'an order that waits');
  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await expect(page.getByText('Cancelled, nothing charged')).toBeVisible({ timeout: 45_000 });
  await isAccessible(page, 'an order that is cancelled');

  await goToCheckout(await inBasket(page));
  await fillIn(page, DECLINED);
  await pay(page);
  await expect(page.getByText('You have not been charged.')).toBeVisible({ timeout: 45_000 });
  await isAccessible(page, 'a card that is declined');
  await page.getByRole('link', { name: 'Back to the basket' }).click();
  await goToCheckout(page);
  await fillIn(page, ACCEPTED);
  await pay(page);
  await isSold(page);
  await isAccessible(page, 'an order that is sold');
  await page.getByRole('link', { name: 'See the order' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Order' })).toBeVisible();
  await isAccessible(page, 'an order');
}

async function inBasket(page: Page): Promise<Page> {
  await page.goto('/cart');
  if (await page.getByRole('heading', { level: 1, name: 'Your basket is empty' }).isVisible()) {
    await findProduct(page, 'Watering Can 1.5 l');
    await addToBasket(page);
  }
  return page;
}

plain.describe('while next to nothing answers', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    plain(`and while the shop is a beta, every page is accessible, ${colorScheme}`, async ({ browser }) => {
      plain.setTimeout(180_000);
      const shop = new StandIn({ betaBannerEnabled: true, adminConsoleEnabled: false });
      await shop.start();
      try {
        const context = await browser.newContext({ baseURL: shop.origin, colorScheme, locale: 'en-US' });
        const page = await context.newPage();
        await register(page);
        await findProduct(page, 'Watering Can 1.5 l');
        const product = new URL(page.url()).pathname;
        await addToBasket(page);
        for (const path of ['/', product, '/cart']) {
          await page.goto(path);
          await expect(page.getByText('This is a beta of our shop')).toBeVisible();
          await isAccessible(page, `${path} of a beta`);
        }
        await shop.without(/^\/api\//);
        for (const path of [...ANYBODYS, ...OWN, product]) {
          await page.goto(path);
          await isAccessible(page, `${path} without the shop`);
        }
        await context.close();
      } finally {
        shop.stop();
      }
    });
  }
});
