import { createHmac } from 'node:crypto';
import { expect, findProduct, linkMailedTo, PASSWORD, register, test } from './shopper';

test.describe('an account', () => {
  test('keeps a name, the language of mails and addresses, and gives them up again', async ({ page }) => {
    await register(page);
    await page.getByRole('main').getByRole('link', { name: 'Profile' }).first().click();
    await page.getByRole('textbox', { name: 'First name' }).fill('Ada');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('Ada');
    await page.getByRole('textbox', { name: 'Last name' }).fill('Example');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Language of mails' }).selectOption({ label: 'German' });
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.goto('/account/profile');
    await expect(page.getByRole('combobox', { name: 'Language of mails' })).toHaveValue('de');
    await expect(page.getByRole('textbox', { name: 'Last name' })).toHaveValue('Example');

    await page.getByRole('link', { name: 'Addresses' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Addresses' })).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Some fields are still empty.')).toBeVisible();
    await page.getByRole('textbox', { name: 'What you call it' }).fill('Home');
    await page.getByRole('textbox', { name: 'Full name' }).fill('Ada Example');
    await page.getByRole('textbox', { name: 'Street and number' }).fill('1 Market Street');
    await page.getByRole('textbox', { name: 'Postal code' }).fill('10115');
    await page.getByRole('textbox', { name: 'City' }).fill('Springfield');
    await page.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'Germany' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Home Orders go here' })).toBeVisible();
    await page.getByRole('link', { name: 'Edit Home' }).click();
    await page.getByRole('textbox', { name: 'City' }).fill('Shelbyville');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Shelbyville')).toBeVisible();
    await page.getByRole('button', { name: 'Remove Home' }).click();
    await expect(page.getByText('The address is gone.')).toBeVisible();
    await expect(page.getByText('Shelbyville')).toHaveCount(0);
  });

  test('that was signed in elsewhere is ended from here, and ends there', async ({ page, browser, baseURL }) => {
    const email = await register(page);
    const elsewhere = await browser.newContext({ baseURL, locale: 'en-US' });
    const other = await elsewhere.newPage();
    await other.goto('/sign-in?returnTo=/account');
    await other.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await other.getByLabel('Password').fill(PASSWORD);
    await other.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(other.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();

    await page.goto('/account/security');
    await expect(page.getByRole('main').getByText('Last used:')).toHaveCount(2);
    await page.getByRole('button', { name: /^Sign out (?!everywhere)/ }).last().click();
    await expect(page.getByText('That device is signed out.')).toBeVisible();
    await expect(page.getByRole('main').getByText('Last used:')).toHaveCount(1);
    await elsewhere.close();
  });

  test('gets another password, with which it is signed in here and nowhere else', async ({ page }) => {
    const email = await register(page);
    await page.goto('/account/security');
    await page.getByLabel('Password until now').fill('not this one');
    await page.getByLabel('New password').fill('another walk along the river');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await expect(page.getByText('E-mail or password is wrong.')).toBeVisible();
    await page.getByLabel('Password until now').fill(PASSWORD);
    await page.getByLabel('New password').fill('another walk along the river');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await expect(page.getByText('Your password is changed')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.goto('/sign-in?returnTo=/account');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByLabel('Password').fill('another walk along the river');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  });

  test('asks for the code of an app once it has one, and for none once it has none', async ({ page }) => {
    const email = await register(page);
    await page.goto('/account/security');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Set it up' }).click();
    const secret = (await page.getByRole('code').textContent())?.replaceAll(' ', '') ?? '';
    await page.getByRole('textbox', { name: 'Code' }).fill('000000');
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await expect(page.getByText('That code is not right.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
    const codes = await page.getByRole('code').allTextContents();
    expect(codes.length).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'I have kept them' }).click();
    await expect(page.getByText('It is on.')).toBeVisible();

    await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.goto('/sign-in?returnTo=/account/security');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Code' }).fill(codes[0] ?? '');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('It is on.')).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('textbox', { name: 'Code' }).last().fill(codes[1] ?? '');
    await page.getByRole('button', { name: 'Switch it off' }).click();
    await expect(page.getByText('The second factor is off.')).toBeVisible();
  });

  test('is given a copy of its data, and is erased only by who means it', async ({ page }) => {
    const email = await register(page);
    await page.goto('/account/privacy');
    await page.getByRole('button', { name: 'Ask for a copy' }).click();
    await expect(async () => {
      await page.goto('/account/privacy');
      await expect(page.getByRole('link', { name: 'Download the copy' })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 45_000 });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the copy' }).click();
    const stream = await (await download).createReadStream();
    const text = (await stream.toArray()).join('');
    expect(text).toContain(email);

    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Erase my data' }).click();
    await expect(page.getByText('We will erase your data.')).toBeVisible();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('Taken back.')).toBeVisible();
  });

  test('has a wishlist, on which a visitor lands after signing in', async ({ page }) => {
    await findProduct(page, 'Watering Can 1.5 l');
    await page.getByRole('button', { name: 'Put on the wishlist' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await register(page);
    await findProduct(page, 'Watering Can 1.5 l');
    await page.getByRole('button', { name: 'Put on the wishlist' }).click();
    await expect(page.getByText('It is on your wishlist.')).toBeVisible();
    await page.goto('/account/wishlist');
    await expect(page.getByRole('link', { name: 'Watering Can 1.5 l' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove Watering Can 1.5 l' }).click();
    await expect(page.getByText('Nothing is on your wishlist.')).toBeVisible();
  });

  test('is nobody else’s to look at', async ({ page }) => {
    for (const part of ['', '/profile', '/addresses', '/reviews', '/security', '/privacy', '/wishlist']) {
      await page.goto(`/account${part}`);
      await expect(page).toHaveURL(new RegExp(`/sign-in\\?returnTo=/account${part}$`));
    }
  });
});

test.describe('a mail', () => {
  test('that asks for a password answers the same whether there is an account or not', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('textbox', { name: 'E-mail' }).fill('nobody-here@example.com');
    await page.getByRole('button', { name: 'Send the mail' }).click();
    await expect(page.getByText('If there is an account with that address')).toBeVisible();
  });

  test('leads to a new password, and another one confirms the address', async ({ page }) => {
    const email = await register(page);
    await page.goto(await linkMailedTo(email, '/account/verify-email#'));
    await page.getByRole('button', { name: 'This is my address' }).click();
    await expect(page.getByText('Thank you, your address is confirmed.')).toBeVisible();

    await page.goto('/forgot-password');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByRole('button', { name: 'Send the mail' }).click();
    await expect(page.getByText('If there is an account with that address')).toBeVisible();
    await page.goto(await linkMailedTo(email, '/account/reset-password#'));
    await page.getByLabel('New password').fill('another walk along the river');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await expect(page.getByText('Your new password counts now.')).toBeVisible();
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByLabel('Password').fill('another walk along the river');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible();
  });

  test('that is too old says so, and its key does not stay in the address', async ({ page }) => {
    await page.goto(`/account/reset-password#${'x'.repeat(43)}`);
    await expect(page).toHaveURL(/\/account\/reset-password$/);
    await page.getByLabel('New password').fill('another walk along the river');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await expect(page.getByText('The link was used already or is too old.')).toBeVisible();
    await page.goto('/account/verify-email');
    await expect(page.getByText('This address is not complete.')).toBeVisible();
  });
});

/** What an authenticator app shows now (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret].map((it) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((it) => Number.parseInt(it, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
