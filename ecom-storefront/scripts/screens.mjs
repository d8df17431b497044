// Pictures of the running shop as people see it, with its sample catalogue, for docs/screens.
//   STOREFRONT_URL=http://127.0.0.1:3000 ./with-node npm run screens
import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const SHOP = process.env.STOREFRONT_URL ?? 'http://127.0.0.1:3000';
const FOLDER = new URL('../../docs/screens/', import.meta.url);
const PRODUCT = 'Rovelo 5 l Watering can';

const PHONE = { width: 360, height: 740 };
const TABLET = { width: 768, height: 900 };
const DESK = { width: 1280, height: 800 };

/** What is to be seen, how wide, and what else is special about it. */
const SCREENS = [
  ['home-360', PHONE, '/'],
  ['home-768', TABLET, '/'],
  ['home-1280', DESK, '/'],
  ['home-dark-1280', DESK, '/', { colorScheme: 'dark' }],
  ['home-arabic-360', PHONE, '/', { locale: 'ar' }],
  ['search-1280', DESK, '/search?q=lamp'],
  ['category-768', TABLET, '/categories/garden'],
  ['product-360', PHONE, PRODUCT],
  ['product-1280', DESK, PRODUCT],
  ['cart-768', TABLET, '/cart'],
  ['checkout-360', PHONE, '/checkout'],
  ['checkout-1280', DESK, '/checkout'],
];

const browser = await chromium.launch({
  executablePath: process.env.ECOM_CHROMIUM ?? '/usr/bin/chromium',
  env: { ...process.env, LD_LIBRARY_PATH: process.env.ECOM_CHROMIUM_LIBRARIES ?? '' },
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});

async function addressOfProduct(page) {
  await page.goto(`${SHOP}/search?q=${encodeURIComponent(PRODUCT)}`);
  return page.getByRole('link', { name: PRODUCT, exact: true }).first().getAttribute('href');
}

/** A guest with something in the basket. */
async function guest() {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const product = await addressOfProduct(page);
  await page.goto(SHOP + product);
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your basket' }).waitFor();
  // What is said only once is in no picture.
  await page.waitForTimeout(5_500);
  const state = await context.storageState();
  await context.close();
  return { product, state };
}

try {
  await mkdir(FOLDER, { recursive: true });
  const { product, state } = await guest();
  for (const [name, viewport, path, more] of SCREENS) {
    const context = await browser.newContext({ viewport, locale: 'en-US', reducedMotion: 'reduce', storageState: state, ...more });
    const page = await context.newPage();
    await page.goto(SHOP + (path === PRODUCT ? product : path));
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => Promise.all([...document.images].filter((it) => it.getBoundingClientRect().top < innerHeight).map((it) => it.decode().catch(() => {}))));
    await page.screenshot({ path: new URL(`${name}.jpg`, FOLDER).pathname, type: 'jpeg', quality: 72 });
    await context.close();
    console.log(name);
  }
} finally {
  await browser.close();
}
