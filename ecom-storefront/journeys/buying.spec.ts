import { ACCEPTED, addToBasket, ASKED, DECLINED, expect, fillIn, fillInAddress, findProduct, goToCheckout, goToTotal, isSold, pay, someEmail, test } from './shopper';

test('a guest finds something by its category, buys it, and sees the order again after a reload', { tag: '@smoke' }, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'garden' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'garden' })).toBeVisible();
  await page.getByRole('link', { name: 'Watering Can 1.5 l' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Watering Can 1.5 l' })).toBeVisible();
  await expect(page.getByText(/In stock|Only \d+ left/)).toBeVisible();
  await addToBasket(page);
  await goToCheckout(page);
  const email = someEmail();
  await fillIn(page, ACCEPTED, email);
  await pay(page);
  await isSold(page);
  await expect(page.getByText(`We send all that happens next to ${email}.`)).toBeVisible();
  await page.reload();
  await isSold(page);
  await page.getByRole('link', { name: 'See the order' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Order' })).toBeVisible();
  await expect(page.getByText('Paid')).toBeVisible();
  await expect(page.getByText('1 Market Street')).toBeVisible();
});

/** StorefrontIT opens a market there: San Marino, by post or courier, a tenth off with the code FIELD-10. */
test('a guest buys abroad with a coupon, and pays what the bill says', { tag: '@smoke' }, async ({ page }) => {
  await findProduct(page, 'Watering Can 1.5 l');
  await addToBasket(page);
  await page.getByRole('textbox', { name: 'Coupon code' }).fill('nosuchcode');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('NOSUCHCODE', { exact: true })).toBeVisible();
  await goToCheckout(page);
  const email = someEmail();
  await fillInAddress(page, email, 'San Marino');
  await goToTotal(page);
  const bill = page.getByRole('complementary', { name: 'Your order' });
  await expect(bill.getByText('Shipping: Post')).toBeVisible();
  await expect(bill.getByText('Including 22% tax')).toBeVisible();

  await expect(page.getByText('NOSUCHCODE does not count')).toBeVisible();
  await page.getByRole('textbox', { name: 'Code' }).fill('field-10');
  await page.getByRole('textbox', { name: 'Code' }).press('Enter');
  await expect(bill.getByText('A tenth for the field')).toBeVisible();
  await page.getByRole('button', { name: /^Courier/ }).click();
  await expect(bill.getByText('Shipping: Courier')).toBeVisible();
  await expect(bill.getByText('A tenth for the field')).toBeVisible();

  const total = await bill.getByRole('strong').innerText();
  await expect(page.getByRole('button', { name: `Pay ${total}` })).toBeVisible();
  await pay(page);
  await isSold(page);
  await page.getByRole('link', { name: 'See the order' }).click();
  await expect(page.getByText('Shipping: Courier')).toBeVisible();
  await expect(page.getByText('A tenth for the field')).toBeVisible();
  await expect(page.getByRole('main').getByRole('strong')).toHaveText(total);

  const number = (await page.getByText(/^Order [0-9A-Z]{3}-/).innerText()).match(/[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/)?.[0] ?? '';
  await page.context().clearCookies();
  await page.goto('/help');
  await page.getByRole('link', { name: 'Find an order' }).click();
  await page.getByRole('textbox', { name: 'Order number' }).fill(number.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('textbox', { name: 'E-mail' }).fill('somebody.else@example.com');
  await page.getByRole('button', { name: 'Find it' }).click();
  await expect(page.getByText('We have no order with this number')).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('button', { name: 'Find it' }).click();
  await expect(page.getByRole('heading', { level: 2, name: `Order ${number}` })).toBeVisible();
  await expect(page.getByText('Shipping: Courier')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('everything up to the order works', { tag: '@smoke' }, async ({ page }) => {
    await findProduct(page, 'Wool Blanket 130 x 180');
    await addToBasket(page);
    await goToCheckout(page);
    await fillInAddress(page, 'no address at all');
    await page.getByRole('button', { name: 'Continue to the total' }).click();
    await expect(page.getByText('Please check the marked fields.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Full name' })).toHaveValue('Ada Example');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(someEmail());
    await goToTotal(page);
    await page.getByRole('button', { name: 'Change the address' }).click();
    await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('Springfield');
    await goToTotal(page);
    await page.getByRole('radio', { name: ACCEPTED }).check();
    await pay(page);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: 'Thank you, it is yours' })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 45_000 });
  });
});

test('a declined card costs neither money nor the basket, and another card buys it', { tag: '@smoke' }, async ({ page }) => {
  await findProduct(page, 'Wild Flower Seeds 10 g');
  await addToBasket(page);
  await goToCheckout(page);
  await fillIn(page, DECLINED, someEmail());
  await pay(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Your order did not go through' })).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('You have not been charged.')).toBeVisible({ timeout: 45_000 });
  await page.getByRole('link', { name: 'Back to the basket' }).click();
  await goToCheckout(page);
  await fillIn(page, ACCEPTED, someEmail());
  await pay(page);
  await isSold(page);
});

test.describe('at the bank', () => {
  test.use({ leaves: true });

  test('the bank asks, the shopper approves in another tab, and this one goes on by itself', { tag: '@smoke' }, async ({ page, context }) => {
    await findProduct(page, 'Watering Can 1.5 l');
    await addToBasket(page);
    await goToCheckout(page);
    await fillIn(page, ASKED, someEmail());
    await pay(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Your bank wants to hear from you' })).toBeVisible({ timeout: 45_000 });
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Open your bank’s page' }).click();
    const bank = await opened;
    await bank.getByRole('button', { name: 'Approve' }).click();
    await expect(bank.getByText('This payment is')).toBeVisible();
    await bank.close();
    await isSold(page);
  });
});

test('two clicks on Pay, and Pay in another tab, are one order', { tag: '@smoke' }, async ({ page, context }) => {
  await findProduct(page, 'USB-C Cable 2 m, Braided');
  await addToBasket(page);
  await goToCheckout(page);
  const email = someEmail();
  await fillIn(page, ACCEPTED, email);
  const other = await context.newPage();
  await other.goto('/checkout');
  await fillIn(other, ACCEPTED, email);

  // A tab behind another draws nothing, and whoever clicks there has it in front.
  await page.bringToFront();
  await page.getByRole('button', { name: /^Pay/ }).dblclick();
  await page.waitForURL(/\/checkout\/confirming\//);
  await other.bringToFront();
  await pay(other);
  expect(other.url()).toBe(page.url());
  await isSold(page);
  await page.goto('/account/orders');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
});
