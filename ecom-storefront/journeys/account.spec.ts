import { addToBasket, expect, findProduct, PASSWORD, signOut, someEmail, test } from './shopper';

test('what a guest put into the basket comes along into the new account, and waits there', { tag: '@smoke' }, async ({ page }) => {
  const email = someEmail();
  await findProduct(page, 'Watering Can 1.5 l');
  await addToBasket(page);
  await page.goto('/register?returnTo=/cart');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByText('We added 1 thing from your earlier basket.')).toBeVisible();
  await signOut(page);
  await page.goto('/cart');
  await expect(page.getByRole('heading', { level: 1, name: 'Your basket is empty' })).toBeVisible();

  await page.goto('/sign-in?returnTo=/cart');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password').fill('not the password at all');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('E-mail or password is wrong.')).toBeVisible();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Watering Can 1.5 l' })).toBeVisible();
});

test('a guest whose token counts no more begins anew, and a customer may sign in again', async ({ page, context, baseURL }) => {
  const dead = (role: string) => {
    const claims = { sub: crypto.randomUUID(), exp: Math.floor(Date.now() / 1000) + 3_600, roles: [role] };
    return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
  };
  await context.addCookies([{ name: 'access', value: dead('GUEST'), url: baseURL }]);
  await page.goto('/cart');
  await expect(page.getByRole('heading', { level: 1, name: 'Your basket is empty' })).toBeVisible();
  await findProduct(page, 'Watering Can 1.5 l');
  await addToBasket(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Watering Can 1.5 l' })).toBeVisible();

  await context.addCookies([{ name: 'access', value: dead('CUSTOMER'), url: baseURL }]);
  await page.goto('/account/orders');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
});

test('no script and no page ever holds a token', { tag: '@smoke' }, async ({ page, context }) => {
  await findProduct(page, 'Watering Can 1.5 l');
  await addToBasket(page);
  const cookies = await context.cookies();
  const access = cookies.find((it) => it.name === 'access');
  expect(access).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookies.filter((it) => !it.httpOnly)).toEqual([]);
  for (const path of ['/', '/cart', '/checkout']) {
    await page.goto(path);
    expect(await page.content()).not.toContain(access?.value ?? 'none');
  }
});
