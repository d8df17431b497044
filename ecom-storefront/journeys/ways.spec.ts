import { type Locator, type Page } from '@playwright/test';
import { ACCEPTED, addToBasket, ASKED, expect, fillIn, findProduct, goToCheckout, isSold, orderIn, pay, someEmail, test } from './shopper';
import { fits } from './seen';

test('a purchase by the keyboard alone, on which the focus is always seen', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await goTo(page.getByRole('combobox', { name: 'Search the shop' }));
  await page.keyboard.type('watering can');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Results for/ })).toBeVisible();
  await take(page.getByRole('link', { name: 'Watering Can 1.5 l', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Watering Can 1.5 l' })).toBeVisible();
  await take(page.getByRole('button', { name: 'Add to basket' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Your basket' })).toBeVisible();
  await take(page.getByRole('link', { name: 'Go to checkout' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
  for (const [name, text] of [['E-mail', someEmail()], ['Full name', 'Ada Example'], ['Street and number', '1 Market Street'], ['Postal code', '12345'], ['City', 'Springfield']] as const) {
    await goTo(page.getByRole('textbox', { name }));
    await page.keyboard.type(text);
  }
  const country = page.getByRole('combobox', { name: 'Country' }).first();
  await goTo(country);
  await page.keyboard.type('United States');
  await expect(country).toHaveValue('US');
  await goTo(page.getByRole('textbox', { name: 'State or region' }).first(), 'Shift+Tab');
  await page.keyboard.type('NY');
  await take(page.getByRole('button', { name: 'Continue to the total' }));
  await expect(page.getByRole('button', { name: /^Pay/ })).toBeVisible();
  await goTo(page.getByRole('radio', { name: ACCEPTED }));
  await take(page.getByRole('button', { name: /^Pay/ }));
  await isSold(page);
  await take(page.getByRole('link', { name: 'See the order' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Order' })).toBeVisible();
});

test.describe('for whoever wants nothing to move', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' }, leaves: true });

  test('nothing does, from the start to the bank', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('article').first().hover();
    await standsStill(page);
    await findProduct(page, 'Watering Can 1.5 l');
    await standsStill(page);
    await addToBasket(page);
    await page.getByRole('button', { name: /^Basket/ }).click();
    await standsStill(page);
    await page.getByRole('dialog', { name: 'Your basket' }).getByRole('link', { name: 'Open the basket' }).click();
    await goToCheckout(page);
    await fillIn(page, ASKED, someEmail());
    await pay(page);
    await standsStill(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Your bank wants to hear from you' })).toBeVisible({ timeout: 45_000 });
    await standsStill(page);
  });
});

for (const [way, options] of [
  ['on a screen of 320 px, by touch', { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }],
  ['zoomed to 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
] as const) {
  test.describe(way, () => {
    test.use(options);

    test(`${way}, everything to buy something is there`, async ({ page }) => {
      await page.goto('/');
      await fits(page, 'home');
      await findProduct(page, 'Watering Can 1.5 l');
      await fits(page, 'product');
      await addToBasket(page);
      await fits(page, 'basket');
      await goToCheckout(page);
      await fits(page, 'checkout');
      await fillIn(page, ACCEPTED, someEmail());
      await fits(page, 'total');
      await pay(page);
      await isSold(page);
      await fits(page, 'sold');
      await page.goto(`/orders/${orderIn(page)}`);
      await fits(page, 'order');
    });
  });
}

test('letters twice as large lose nothing', async ({ page }) => {
  for (const path of ['/', '/search?q=lamp', '/categories', '/categories/garden', '/cart', '/sign-in', '/help', '/legal/terms']) {
    await page.goto(path);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await fits(page, path);
  }
});

test.describe('on a slow network', () => {
  test('a purchase goes through, and Pay that is pressed again orders once', async ({ page, context }) => {
    test.setTimeout(240_000);
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    // What browsers call slow 3G.
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
    await findProduct(page, 'Watering Can 1.5 l');
    await addToBasket(page);
    await goToCheckout(page);
    await fillIn(page, ACCEPTED, someEmail());
    const button = page.getByRole('button', { name: /^Pay/ });
    await button.click();
    await button.click({ force: true, timeout: 2_000 }).catch(() => undefined);
    await page.waitForURL(/\/checkout\/confirming\//);
    await isSold(page);
    await page.goto('/account/orders');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  });
});

test('a reload while Pay is under way is the same order', async ({ page }) => {
  await findProduct(page, 'Wild Flower Seeds 10 g');
  await addToBasket(page);
  await goToCheckout(page);
  const email = someEmail();
  await fillIn(page, ACCEPTED, email);
  const sent = page.waitForRequest((it) => it.method() === 'POST');
  await page.getByRole('button', { name: /^Pay/ }).click();
  await sent;
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The shop may not have known of it when the page was asked for again.
  if (new URL(page.url()).pathname === '/checkout') {
    await fillIn(page, ACCEPTED, email);
    await pay(page);
  }
  await page.goto('/account/orders');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
});

test('back from the total keeps what was typed, and back from the order sells nothing again', async ({ page }) => {
  await findProduct(page, 'Watering Can 1.5 l');
  await addToBasket(page);
  await goToCheckout(page);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Your basket' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
  await fillIn(page, ACCEPTED, someEmail());
  await pay(page);
  const order = orderIn(page);
  await isSold(page);
  await page.goBack();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Your basket is empty' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0);
  await page.goto(`/checkout/confirming/${order}`);
  await isSold(page);
  await page.goto('/account/orders');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
});

/** As far as anybody would press the key. */
const PATIENCE = 150;

async function goTo(target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((it) => it === document.activeElement);
  for (let count = 0; count < PATIENCE && !(await isThere()); count++) {
    await target.page().keyboard.press(key);
  }
  await expect(target).toBeFocused();
  const outline = await target.evaluate((it) => getComputedStyle(it).outlineStyle);
  expect(outline, await target.innerText()).not.toBe('none');
}

async function take(target: Locator): Promise<void> {
  await goTo(target);
  await target.page().keyboard.press('Enter');
}

async function standsStill(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.getAnimations().filter((it) => it.playState === 'running').length), page.url()).toBe(0);
}
