import { addToBasket, expect, findProduct, test } from './shopper';
import { Shopkeeper } from './shopkeeper';

test('a search is narrowed by links, each of which can be taken back', async ({ page, isMobile }) => {
  await page.goto('/search?q=lamp');
  await expect(page.getByRole('heading', { level: 1, name: 'Results for “lamp”' })).toBeVisible();
  if (isMobile) {
    await page.getByText('Narrow down').click();
  }
  const narrowing = isMobile ? page.getByRole('group') : page.getByRole('complementary', { name: 'Narrow down' });
  await narrowing.getByRole('link', { name: /Brightside/ }).click();
  await expect(page).toHaveURL(/brand=Brightside/);
  await page.goBack();
  await expect(page).not.toHaveURL(/brand=/);
  await page.goForward();
  await page.getByRole('link', { name: 'Brightside (remove)' }).click();
  await expect(page).not.toHaveURL(/brand=/);
  await page.goto('/search?q=zzzzqqqq');
  await expect(page.getByRole('heading', { name: 'Nothing found for “zzzzqqqq”' })).toBeVisible();
});

test('products of a type are narrowed by what they are like, in the words of shoppers', async ({ page, isMobile }) => {
  const word = await (await Shopkeeper.atWork()).sellsInColours({ red: 'Scarlet', blue: 'Navy', green: 'Forest' });
  const choose = async (name: string) => {
    const narrowing = isMobile ? page.getByRole('group') : page.getByRole('complementary', { name: 'Narrow down' });
    const link = narrowing.getByRole('link', { name });
    if (isMobile && !(await link.isVisible())) {
      await page.getByText('Narrow down').click();
    }
    await link.click();
  };
  const found = page.getByRole('region', { name: 'Products' }).getByRole('article');
  // Pages keep what attributes are called for ten seconds.
  await expect(async () => {
    await page.goto(`/search?q=${word}`);
    await expect(page.getByText('Scarlet').first()).toBeAttached({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await choose('Scarlet 1');
  await expect(found).toHaveCount(1);
  await choose('Navy 1');
  await expect(found).toHaveCount(2);
  await choose('yes 1');
  await expect(found).toHaveCount(1);
  await page.getByRole('link', { name: 'Waterproof: yes (remove)' }).click();
  await expect(found).toHaveCount(2);
  await found.getByRole('link', { name: 'blue' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Coat ${word} blue` })).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'Waterproof' })).toBeVisible();
});

test('back leads to the list as it was, and from the basket to the product that was chosen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('/search?q=lamp&sort=price');
  const last = page.getByRole('region', { name: 'Products' }).getByRole('article').getByRole('link').last();
  const name = (await last.textContent()) ?? '';
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/q=lamp&sort=price/);
  await expect(last).toBeInViewport();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await addToBasket(page);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
});

test('what is chosen among what was found is reported, without a cookie', async ({ page }) => {
  await page.goto('/search?q=lamp');
  const reported = page.waitForResponse('**/search/clicks');
  await page.getByRole('region', { name: 'Products' }).getByRole('article').nth(1).getByRole('link').press('Enter');
  const response = await reported;
  expect(response.status()).toBe(204);
  expect(response.headers()['set-cookie']).toBeUndefined();
  expect(response.request().postDataJSON()).toEqual({ query: 'lamp', productId: expect.any(String), position: 2 });
  await expect(page).toHaveURL(/\/products\//);
});

test('what is typed is suggested, and taken by the keyboard alone', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search the shop' });
  await box.pressSequentially('water');
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(suggestions.getByRole('option', { name: 'Watering Can 1.5 l Product' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestions).toBeHidden();
  await expect(box).toHaveValue('water');
  await page.keyboard.press('ArrowDown');
  while (!(await suggestions.getByRole('option', { name: 'Watering Can 1.5 l Product', selected: true }).isVisible())) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Watering Can 1.5 l' })).toBeVisible();
});

test('the basket opens beside the page, and gives the focus back', async ({ page }) => {
  await findProduct(page, 'Watering Can 1.5 l');
  await addToBasket(page);
  await page.goto('/categories');
  const opener = page.getByRole('button', { name: /^Basket/ });
  await opener.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Your basket' });
  await expect(drawer.getByText('1 × Watering Can 1.5 l')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.click();
  await drawer.getByRole('link', { name: 'Open the basket' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your basket' })).toBeVisible();
  await expect(drawer).toBeHidden();
});

test('another language is that of the same page', async ({ page }) => {
  await page.goto('/search?q=lamp&sort=price');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ergebnisse für „lamp“' })).toBeVisible();
  await expect(page).toHaveURL(/\/search\?q=lamp&sort=price$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'العربية' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page).toHaveURL(/\/search\?q=lamp&sort=price$/);
});

test.describe('nothing', () => {
  const missing = ['/nothing', '/products/no-such-thing', '/products/no%20slug%20at~all', '/categories/no-such-thing', '/legal/nothing'];
  test.use({ missing });

  test('is answered as not there, and what another site posts is refused', { tag: '@smoke' }, async ({ page, request }) => {
    for (const path of missing) {
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
});

test('search engines are told every product, once', async ({ request, baseURL }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  const index = await (await request.get('/sitemap.xml')).text();
  expect(index).toContain(`<loc>${baseURL}/sitemaps/1</loc>`);
  const found = (await (await request.get('/sitemaps/1')).text()).match(/<loc>[^<]*<\/loc>/g) ?? [];
  expect(found.length).toBeGreaterThan(20);
  expect(new Set(found).size).toBe(found.length);
  const first = found.find((it) => it.includes('/products/'))?.replace(/<\/?loc>/g, '') ?? '';
  expect((await request.get(first)).status()).toBe(200);
  expect((await request.get('/sitemaps/99')).status()).toBe(404);
});
