import { ACCEPTED, addToBasket, expect, fillIn, goToCheckout, isSold, orderIn, pay, register, someEmail, test } from './shopper';
import { Shopkeeper } from './shopkeeper';

test.describe('what the shop does meanwhile', () => {
  test('sold out between the basket and Pay costs nothing, and the basket says so', async ({ page }) => {
    const shop = await Shopkeeper.atWork();
    const goods = await shop.sells('Last Lantern', { stock: 1 });
    await page.goto(goods.path);
    await expect(page.getByText('Only 1 left')).toBeVisible();
    await addToBasket(page);
    await goToCheckout(page);
    await fillIn(page, ACCEPTED, someEmail());
    await shop.putsOnTheShelf(goods, -1);
    await pay(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Your order did not go through' })).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText('Someone else was faster: it is sold out.')).toBeVisible();
    await expect(page.getByText('You have not been charged.')).toBeVisible({ timeout: 45_000 });
    await page.getByRole('link', { name: 'Back to the basket' }).click();
    await expect(page.getByText('This is sold out just now.')).toBeVisible();
    await page.goto(goods.path);
    await expect(page.getByText('Sold out')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add to basket' })).toHaveCount(0);
  });

  test('fewer are left than are in the basket, and it says how many before anything is ordered', async ({ page }) => {
    const shop = await Shopkeeper.atWork();
    const goods = await shop.sells('Pair of Bookends', { stock: 3 });
    await page.goto(goods.path);
    await page.getByRole('combobox', { name: 'Quantity' }).selectOption('3');
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your basket' })).toBeVisible();
    await expect(page.getByText('Only 3 left')).toBeVisible();
    await shop.putsOnTheShelf(goods, -2);
    await page.reload();
    await expect(page.getByText('Only 1 is left: take fewer.')).toBeVisible();
    await page.getByRole('spinbutton', { name: `Quantity of ${goods.name}` }).fill('1');
    await page.getByRole('button', { name: 'Update' }).click();
    await expect(page.getByText('Only 1 left')).toBeVisible();
    await goToCheckout(page);
    await fillIn(page, ACCEPTED, someEmail());
    await pay(page);
    await isSold(page);
  });

  test('a price that changes in the basket is named, and what the total said is what is paid', async ({ page }) => {
    const shop = await Shopkeeper.atWork();
    const goods = await shop.sells('Reading Lamp', { price: 4_000, stock: 50 });
    await page.goto(goods.path);
    await addToBasket(page);
    await shop.reprices(goods, 4_500);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('The price has risen since you put this in: it was $40.00.')).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Keep at the new price' }).click();
    await expect(page.getByText('The price has risen')).toHaveCount(0);

    await goToCheckout(page);
    await fillIn(page, ACCEPTED, someEmail());
    await expect(page.getByRole('button', { name: 'Pay $45.00' })).toBeVisible();
    await shop.reprices(goods, 5_000);
    await pay(page);
    await isSold(page);
    await expect(page.getByRole('main').getByRole('strong').last()).toHaveText('$45.00');
  });

  test('a basket that changes in another tab before Pay is not bought unseen', async ({ page, context }) => {
    const shop = await Shopkeeper.atWork();
    const goods = await shop.sells('Door Mat', { price: 3_000, stock: 50 });
    await page.goto(goods.path);
    await addToBasket(page);
    await goToCheckout(page);
    await fillIn(page, ACCEPTED, someEmail());
    const other = await context.newPage();
    await other.goto('/cart');
    await other.getByRole('spinbutton', { name: `Quantity of ${goods.name}` }).fill('2');
    await other.getByRole('button', { name: 'Update' }).click();
    await expect(other.getByText('$60.00').first()).toBeVisible();

    await page.bringToFront();
    await page.getByRole('button', { name: 'Pay $30.00' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing was ordered' })).toBeVisible();
    await page.getByRole('button', { name: 'Pay $60.00' }).click();
    await page.waitForURL(/\/checkout\/confirming\//);
    await isSold(page);
    await expect(page.getByRole('main').getByRole('strong').last()).toHaveText('$60.00');
  });

  test('what is given back is seen at the order', async ({ page }) => {
    const shop = await Shopkeeper.atWork();
    const goods = await shop.sells('Cracked Vase', { price: 2_500, stock: 50 });
    await page.goto(goods.path);
    await addToBasket(page);
    await goToCheckout(page);
    await fillIn(page, ACCEPTED, someEmail());
    await pay(page);
    const order = orderIn(page);
    await isSold(page);
    await shop.givesBack(order, goods);
    await expect(async () => {
      await page.goto(`/orders/${order}`);
      await expect(page.getByText('Given back', { exact: true })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 45_000 });
    await expect(page.getByRole('paragraph').filter({ hasText: 'Given back' })).toContainText('$25.00');
    await expect(page.getByText('Money given back')).toBeVisible();
  });

  test('what has arrived is reviewed by whoever bought it', async ({ page }) => {
    const shop = await Shopkeeper.atWork();
    const goods = await shop.sells('Garden Stool', { stock: 50 });
    await register(page);
    await page.goto(goods.path);
    await addToBasket(page);
    await goToCheckout(page);
    await fillIn(page, ACCEPTED);
    await pay(page);
    const order = orderIn(page);
    await isSold(page);
    await shop.delivers(order);
    await page.goto(`/orders/${order}`);
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'Delivered' })).toBeVisible();
    // Whether somebody may review is known by an event.
    await expect(async () => {
      await page.goto(`/orders/${order}`);
      await page.getByRole('link', { name: `Write a review of ${goods.name}` }).click();
      await page.getByRole('combobox', { name: 'Stars' }).selectOption('4');
      await page.getByRole('textbox', { name: 'In a few words' }).fill('Stands well');
      await page.getByRole('textbox', { name: 'What others should know' }).fill('It has stood in the rain for a month.');
      await page.getByRole('button', { name: 'Send the review' }).click();
      await expect(page.getByText('We are reading it')).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 45_000 });
  });
});
