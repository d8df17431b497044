// Not of the shopper's own `test`: without a network a browser has a lot to say in its console.
import { expect, test, type Page } from '@playwright/test';

/** Once the browser has what it needs, and all that it keeps. */
async function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const stores = await Promise.all((await caches.keys()).map((it) => caches.open(it)));
    const requests = await Promise.all(stores.map((it) => it.keys()));
    return requests.flat().map((it) => new URL(it.url).pathname);
  });
}

async function isOffline(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test.describe('without a network', () => {
  test('a page says that there is none, keeps its address, and comes once there is one', async ({ page, context }) => {
    await page.goto('/');
    await expect.poll(() => kept(page)).toEqual(['/offline']);
    await page.goto('/cart');
    await expect(page.getByRole('heading', { level: 1, name: 'Your basket' })).toBeVisible();

    await context.setOffline(true);
    for (const path of ['/cart', '/checkout', '/account/orders', '/search?q=lamp']) {
      await page.goto(path);
      await isOffline(page, 'You are offline');
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    }
    await context.setOffline(false);
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/search');
    expect(await kept(page)).toEqual(['/offline']);
  });

  test('a link leads to that page as well', async ({ page, context }) => {
    await page.goto('/help');
    await expect.poll(() => kept(page)).toEqual(['/offline']);
    await context.setOffline(true);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Imprint' }).click();
    await isOffline(page, 'You are offline');
  });

  test('it says so in the language of the last page', async ({ page, context }) => {
    await page.goto('/help');
    await expect.poll(() => kept(page)).toEqual(['/offline']);
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hilfe' })).toBeVisible();
    await page.reload();
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([expect.stringMatching(/\?de$/)]);
    await context.setOffline(true);
    await page.reload();
    await isOffline(page, 'Sie sind offline');
  });
});
