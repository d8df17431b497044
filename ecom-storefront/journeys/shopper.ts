import { expect, test as base, type Page } from '@playwright/test';

/** A page on which nothing may go wrong unseen, and which asks nobody but the shop. */
export const test = base.extend({
  page: async ({ page, baseURL }, provide) => {
    const wrong: string[] = [];
    page.on('console', (message) => {
      // A page that is asked for and is not there says so itself.
      if (['error', 'warning'].includes(message.type()) && !message.text().includes('404')) {
        wrong.push(message.text());
      }
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '')) {
        wrong.push(`asks ${request.url()}`);
      }
    });
    await provide(page);
    expect(wrong).toEqual([]);
  },
});

export { expect };

export const ACCEPTED = 'A card that is accepted';
export const ASKED = 'A card whose bank asks you first';
export const DECLINED = 'A card that is declined';

/** From the start of the shop to a product, as people go. */
export async function findProduct(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Search the shop' }).fill(name);
  await page.getByRole('searchbox', { name: 'Search the shop' }).press('Enter');
  await page.getByRole('region', { name: 'Products' }).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export async function addToBasket(page: Page): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Quantity' })).toHaveValue('1');
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your basket' })).toBeVisible();
}

export async function goToCheckout(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
}

export async function fillIn(page: Page, card: string, email?: string): Promise<void> {
  if (email) {
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  }
  await page.getByRole('textbox', { name: 'Full name' }).fill('Ada Example');
  await page.getByRole('textbox', { name: 'Street and number' }).fill('1 Market Street');
  await page.getByRole('textbox', { name: 'Postal code' }).fill('12345');
  await page.getByRole('textbox', { name: 'City' }).fill('Springfield');
  await page.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'United States' });
  await page.getByRole('radio', { name: card }).check();
}

export async function pay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.waitForURL(/\/checkout\/confirming\//);
}

export async function isSold(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you, it is yours' })).toBeVisible({ timeout: 45_000 });
}

export function someEmail(): string {
  return `storefront-${crypto.randomUUID().slice(0, 8)}@example.com`;
}
