import AxeBuilder from '@axe-core/playwright';
import { expect, findProduct, addToBasket, test } from './shopper';

test('a search is narrowed by links, each of which can be taken back', async ({ page }) => {
  await page.goto('/search?q=lamp');
  await expect(page.getByRole('heading', { level: 1, name: 'Results for “lamp”' })).toBeVisible();
  await page.getByRole('complementary', { name: 'Narrow down' }).getByRole('link', { name: /Brightside/ }).click();
  await expect(page).toHaveURL(/brand=Brightside/);
  await page.goBack();
  await expect(page).not.toHaveURL(/brand=/);
  await page.goForward();
  await page.getByRole('link', { name: 'Brightside (remove)' }).click();
  await expect(page).not.toHaveURL(/brand=/);
  await page.goto('/search?q=zzzzqqqq');
  await expect(page.getByRole('heading', { name: 'Nothing found for “zzzzqqqq”' })).toBeVisible();
});

test('what is not there is answered as not there, and what another site posts is refused', async ({ page, request }) => {
  for (const path of ['/nothing', '/products/no-such-thing', '/products/no%20slug%20at~all', '/categories/no-such-thing']) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
  }
  const crossSite = await request.post('/cart', { headers: { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' } });
  expect(crossSite.status()).toBe(403);
  const policy = (await request.get('/')).headers()['content-security-policy'];
  expect(policy).toContain("script-src 'self' 'nonce-");
  expect(policy).not.toContain('unsafe');
});

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const) {
  test(`every page is accessible and fits, ${colorScheme} at ${width} px`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, colorScheme, viewport: { width, height: 800 }, locale: 'en-US' });
    const page = await context.newPage();
    await findProduct(page, 'Watering Can 1.5 l');
    const product = new URL(page.url()).pathname;
    await addToBasket(page);
    for (const path of ['/', '/search?q=lamp', '/search?q=zzzzqqqq', '/categories', '/categories/garden', product, '/cart', '/checkout', '/account/orders', '/sign-in', '/register', '/nothing']) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map((it) => `${path}: ${it.id} ${it.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}
