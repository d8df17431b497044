import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

type Watch = {
  /** Addresses of ours that a journey asks for on purpose although nothing is there. */
  missing: string[];
  /** Whether the journey opens another site in a tab of its own. */
  leaves: boolean;
};

/** Journeys on which nothing may go wrong unseen, in any tab, and whose pages ask nobody but the shop. */
export const test = base.extend<Watch>({
  missing: [[], { option: true }],
  leaves: [false, { option: true }],
  context: async ({ context, baseURL, missing, leaves }, provide) => {
    const wrong = watch(context, baseURL ?? '', { missing, leaves });
    await provide(context);
    expect(wrong).toEqual([]);
  },
});

/** What goes wrong from now on: errors and warnings in the console, hydration among them, and requests to others. */
export function watch(context: BrowserContext, shop: string, { missing, leaves }: Watch): string[] {
  const wrong: string[] = [];
  const ofOurs = (url: string) => url.startsWith(`${shop}/`);
  const isMissing = (url: string) => ofOurs(url) && missing.includes(url.slice(shop.length));
  context.on('console', (message) => {
    const at = message.location().url;
    const isOther = leaves && !ofOurs(message.page()?.url() ?? at);
    const isExpected = isMissing(at) && message.text().includes('404');
    if (['error', 'warning'].includes(message.type()) && !isOther && !isExpected) {
      wrong.push(`${message.text()} at ${at}`);
    }
  });
  context.on('weberror', (error) => wrong.push(String(error.error())));
  context.on('request', (request) => {
    // What the service worker asks for has no frame, and the worker is ours.
    const isOtherSite = leaves && !request.serviceWorker() && (request.isNavigationRequest() || !ofOurs(request.frame().url()));
    if (!ofOurs(request.url()) && !isOtherSite) {
      wrong.push(`asks ${request.url()}`);
    }
  });
  context.on('response', (response) => {
    if (ofOurs(response.url()) && response.status() >= 400 && !isMissing(response.url()) && response.request().method() === 'GET') {
      wrong.push(`${response.status()} for ${response.url()}`);
    }
  });
  return wrong;
}

export { expect };

export const ACCEPTED = 'A card that is accepted';
export const ASKED = 'A card whose bank asks you first';
export const DECLINED = 'A card that is declined';

/** From the start of the shop to a product, as people go. */
export async function findProduct(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Search the shop' }).fill(name);
  await page.getByRole('combobox', { name: 'Search the shop' }).press('Enter');
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

/** From an empty checkout to what it costs, with a card chosen. */
export async function fillIn(page: Page, card: string, email?: string): Promise<void> {
  await fillInAddress(page, email);
  await goToTotal(page);
  await page.getByRole('radio', { name: card }).check();
}

export async function goToTotal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue to the total' }).click();
  await expect(page.getByRole('button', { name: /^Pay/ })).toBeVisible();
}

export async function fillInAddress(page: Page, email?: string, country = 'United States'): Promise<void> {
  if (email) {
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  }
  await page.getByRole('textbox', { name: 'Full name' }).fill('Ada Example');
  await page.getByRole('textbox', { name: 'Street and number' }).fill('1 Market Street');
  await page.getByRole('textbox', { name: 'Postal code' }).fill('12345');
  await page.getByRole('textbox', { name: 'City' }).fill('Springfield');
  await page.getByRole('combobox', { name: 'Country' }).first().selectOption({ label: country });
  if (country === 'United States') {
    await page.getByRole('textbox', { name: 'State or region' }).first().fill('NY');
  }
}

export async function pay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.waitForURL(/\/checkout\/confirming\//);
}

/** The order that a page is about, by its address. */
export function orderIn(page: Page): string {
  return new URL(page.url()).pathname.split('/').pop() ?? '';
}

export async function isSold(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you, it is yours' })).toBeVisible({ timeout: 45_000 });
}

export function someEmail(): string {
  return `storefront-${crypto.randomUUID().slice(0, 8)}@example.com`;
}

export const PASSWORD = 'a long walk over the field';

/** Somebody new with an account, signed in. */
export async function register(page: Page, email = someEmail()): Promise<string> {
  await page.goto('/register?returnTo=/account');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  return email;
}

/** With an account that there is; from a page that asks for it, or on the way to another. */
export async function signIn(page: Page, email: string, returnTo?: string): Promise<void> {
  if (returnTo) {
    await page.goto(`/sign-in?returnTo=${returnTo}`);
  }
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

export async function signOut(page: Page): Promise<void> {
  await page.goto('/account');
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Yours' }).getByRole('link', { name: 'Sign in' })).toBeVisible();
}

/** Where a mail of the shop leads, as soon as it has come. */
export async function linkMailedTo(email: string, part: string): Promise<string> {
  const mailbox = process.env.MAILBOX_URL ?? 'http://127.0.0.1:13080';
  let link: string | undefined;
  await expect(async () => {
    const mails: { mimeMessage: string }[] = await (await fetch(`${mailbox}/api/user/${email}/messages/`)).json();
    // A long line is broken by a sign that does not belong to it.
    const texts = mails.map((it) => it.mimeMessage.replace(/=\r?\n/g, ''));
    link = texts.map((it) => it.match(new RegExp(`https?://\\S*${part}[\\w-]+`))?.[0]).findLast((it) => it);
    expect(link).toBeTruthy();
  }).toPass({ timeout: 45_000 });
  return link ?? '';
}
