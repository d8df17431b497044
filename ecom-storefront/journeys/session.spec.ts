import { addToBasket, expect, findProduct, register, signIn, signOut, someEmail, test } from './shopper';

test('a basket that was merged once is not merged again, and a second one is added to it', async ({ page }) => {
  await findProduct(page, 'Watering Can 1.5 l');
  await addToBasket(page);
  const email = someEmail();
  await register(page, email);
  await page.goto('/cart');
  const quantity = page.getByRole('spinbutton', { name: 'Quantity of Watering Can 1.5 l' });
  await expect(quantity).toHaveValue('1');

  await signOut(page);
  await signIn(page, email, '/cart');
  await expect(quantity).toHaveValue('1');
  await expect(page.getByText('from your earlier basket')).toHaveCount(0);

  await signOut(page);
  await findProduct(page, 'Watering Can 1.5 l');
  await addToBasket(page);
  await signIn(page, email, '/cart');
  await expect(page.getByText('We added 1 thing from your earlier basket.')).toBeVisible();
  await expect(quantity).toHaveValue('2');
  await page.reload();
  await expect(quantity).toHaveValue('2');
});

test('a session that was ended elsewhere leads to signing in, and back to where one was', async ({ page, context, browser, baseURL }) => {
  const email = await register(page);
  const elsewhere = await browser.newContext({ baseURL, locale: 'en-US' });
  const other = await elsewhere.newPage();
  await signIn(other, email, '/account/security');
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(other.getByRole('navigation', { name: 'Yours' }).getByRole('link', { name: 'Sign in' })).toBeVisible();
  await elsewhere.close();

  // As it is once the access token has had its ten minutes.
  await context.clearCookies({ name: 'access' });
  await page.goto('/account/addresses');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=\/account\/addresses$/);
  await signIn(page, email, '/account/addresses');
  await expect(page.getByRole('heading', { level: 1, name: 'Addresses' })).toBeVisible();
});

test('what is put into the basket in one tab is there in the other, and so is the end of the session', async ({ page, context }) => {
  await register(page);
  const other = await context.newPage();
  await findProduct(other, 'Watering Can 1.5 l');
  await addToBasket(other);
  await page.goto('/cart');
  await expect(page.getByRole('heading', { level: 2, name: 'Watering Can 1.5 l' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove Watering Can 1.5 l' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your basket is empty' })).toBeVisible();
  await other.bringToFront();
  await other.reload();
  await expect(other.getByRole('heading', { level: 1, name: 'Your basket is empty' })).toBeVisible();

  await signOut(page);
  await other.goto('/account/profile');
  await expect(other).toHaveURL(/\/sign-in\?returnTo=\/account\/profile$/);
});

test('whoever signs in at the checkout goes on there, with the basket', async ({ page }) => {
  const email = await register(page);
  await signOut(page);
  await findProduct(page, 'Wool Blanket 130 x 180');
  await addToBasket(page);
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, email);
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Your order' }).getByText('Wool Blanket 130 x 180')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveCount(0);
});
