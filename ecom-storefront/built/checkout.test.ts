import { beforeEach, expect, test } from 'vitest';
import { ScriptedGateway } from './gateway';
import { builtServer } from './server';

const gateway = new ScriptedGateway();
const server = builtServer(() => gateway.address);

const money = (amount: number) => ({ amount, currency: 'CHF' });
const ORDER_ID = '01970000-0000-7000-8000-12fedcba9876';

function quote(word: string, { method = 'post', codes = [] as string[], total = 4985, notices = [] as unknown[] } = {}) {
  const price = method === 'post' ? 790 : 1500;
  return {
    body: {
      quote: word,
      market: 'li',
      shippingMethod: method,
      total: money(total),
      bill: {
        currency: 'CHF',
        lines: [{ sku: 'KNIFE', quantity: 1, subtotal: 4195 }],
        discounts: codes.length > 0 ? [{ promotion: 'tenth', name: 'A tenth off', amount: 420 }] : [],
        shipping: { method, price },
        taxes: [{ ppm: 81000, tax: 374 }],
        subtotal: 4195,
        tax: 374,
        total,
      },
      methods: [
        { method: 'post', shipping: money(790), total: money(4985) },
        { method: 'courier', shipping: money(1500), total: money(5695) },
      ],
      codes: codes.map((code) => ({ code, promotions: ['tenth'] })),
      notices,
    },
  };
}

const problem = (status: number, code: string, more = {}) => ({ status, body: { status, code, ...more } });

const token = `e30.${Buffer.from(JSON.stringify({ sub: 'g', exp: Math.floor(Date.now() / 1000) + 3600, roles: ['GUEST'] })).toString('base64url')}.c2ln`;
const HEADERS = { cookie: `access=${token}; attempt=visit-1`, 'sec-fetch-site': 'same-origin', 'accept-language': 'en' };

beforeEach(() => {
  gateway.asked.length = 0;
  const line = { sku: 'KNIFE', productId: 'p1', name: 'A knife', quantity: 1, unitPrice: money(4195), lineTotal: money(4195) };
  gateway.answer('GET /api/cart', { body: { items: [line], itemCount: 1, codes: [], total: money(4195), version: 1 } });
  gateway.answer('PUT /api/cart/codes', { body: {} });
  gateway.answer('GET /api/orders', { body: { items: [] } });
  gateway.answer('POST /api/quotes', quote('q1'));
  gateway.answer('POST /api/orders', { status: 201, body: { orderId: ORDER_ID } });
});

/** A browser without scripts: a page, and what its forms send. */
class Page {
  constructor(
    readonly html: string,
    readonly goneTo?: string,
  ) {}

  static async open(): Promise<Page> {
    return new Page(await (await fetch(`${server.origin}/checkout`, { headers: HEADERS })).text());
  }

  get text(): string {
    return this.html.replace(/<script.*?<\/script>/gs, '').replace(/<[^>]*>/g, ' ').replace(/&nbsp;|\s/g, ' ').replace(/ +/g, ' ');
  }

  /** Presses the button of that step, with these fields filled in. */
  async press(step: string, typed: Record<string, string> = {}): Promise<Page> {
    const form = (this.html.match(/<form.*?<\/form>/gs) ?? []).find((it) => new RegExp(`<button[^>]*value="${step}"`).test(it));
    expect(form, `a form with ${step}`).toBeTruthy();
    const data = new FormData();
    for (const [input] of form?.matchAll(/<input[^>]*>/g) ?? []) {
      const of = (name: string) => input.match(new RegExp(`${name}="([^"]*)"`))?.[1];
      const name = of('name');
      if (name && (of('type') !== 'radio' || input.includes(' checked'))) {
        data.set(name, plain(of('value') ?? ''));
      }
    }
    Object.entries(typed).forEach(([name, value]) => data.set(name, value));
    data.set('step', step);
    const response = await fetch(`${server.origin}/checkout`, { method: 'POST', body: data, headers: HEADERS, redirect: 'manual' });
    return new Page(await response.text(), response.headers.get('location') ?? undefined);
  }
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const ADDRESS = { email: 'ada@example.com', recipient: 'Ada', line1: 'Weg 1', city: 'Vaduz', postalCode: '9490', country: 'LI' };

async function reviewed(): Promise<Page> {
  return (await Page.open()).press('review', ADDRESS);
}

test('an address leads to the whole bill, and Pay orders by the quote that is shown', async () => {
  const page = await reviewed();
  expect(gateway.lastly('POST /api/quotes')?.body).toEqual({ country: 'LI', postalCode: '9490', codes: [] });
  expect(page.text).toContain('Shipping: Post CHF 7.90');
  expect(page.text).toContain('Pay CHF 49.85');
  const paid = await page.press('pay');
  expect(paid.goneTo).toContain(`/checkout/confirming/${ORDER_ID}`);
  expect(gateway.lastly('POST /api/orders')).toMatchObject({
    key: 'visit-1',
    body: { quote: 'q1', shippingMethod: 'post', email: 'ada@example.com', paymentMethod: 'pm_card_ok', shippingAddress: { city: 'Vaduz', country: 'LI' } },
  });
});

test('another way of shipping and a code ask for another quote each, and Pay goes by the last', async () => {
  gateway.answer('POST /api/quotes', quote('q1'), quote('q2', { method: 'courier', total: 5695 }), quote('q3', { method: 'courier', codes: ['TENTH10'], total: 5275 }));
  const page = await (await (await reviewed()).press('method:courier')).press('code', { code: ' tenth-10 ' });
  expect(gateway.lastly('POST /api/quotes')?.body).toMatchObject({ shippingMethod: 'courier', codes: ['TENTH10'] });
  expect(gateway.lastly('PUT /api/cart/codes')?.body).toEqual({ codes: ['TENTH10'] });
  expect(page.text).toContain('A tenth off -CHF 4.20');
  await page.press('pay');
  expect(gateway.lastly('POST /api/orders')?.body).toMatchObject({ quote: 'q3', shippingMethod: 'courier' });
});

test('a code that is refused is named and left out', async () => {
  const page = await reviewed();
  gateway.answer('POST /api/quotes', problem(422, 'CODE_NOT_USABLE', { codes: ['NOSUCH'] }), quote('q2'));
  const after = await page.press('code', { code: 'nosuch' });
  expect(after.text).toContain('NOSUCH does not count');
  expect(after.text).toContain('Pay CHF 49.85');
  expect(gateway.lastly('PUT /api/cart/codes')).toBeUndefined();
});

test.each([
  ['QUOTE_EXPIRED', 'kept for a quarter of an hour'],
  ['QUOTE_OUTDATED', 'Your basket or your address changed'],
  ['PROMOTION_USED_UP', 'Others were faster'],
])('after %s nothing is ordered, what differs is said, and Pay has to be pressed again', async (code, words) => {
  const page = await reviewed();
  gateway.answer('POST /api/orders', problem(409, code));
  gateway.answer('POST /api/quotes', quote('q2', { total: 5085, notices: [{ code: 'PRICE_CHANGED', sku: 'KNIFE', before: money(4195), now: money(4295) }] }));
  const after = await page.press('pay');
  expect(gateway.lastly('POST /api/quotes')?.body).toMatchObject({ replaces: 'q1' });
  expect(after.goneTo).toBeUndefined();
  expect(after.text).toContain(words);
  expect(after.text).toContain('A knife: CHF 41.95 before, CHF 42.95 now');
  gateway.answer('POST /api/orders', { status: 201, body: { orderId: ORDER_ID } });
  await after.press('pay');
  expect(gateway.lastly('POST /api/orders')?.body).toMatchObject({ quote: 'q2' });
});

test('whoever has ordered by this quote, or in this visit, is led to that order', async () => {
  const page = await reviewed();
  gateway.answer('POST /api/orders', problem(409, 'QUOTE_USED', { orderId: ORDER_ID }));
  expect((await page.press('pay')).goneTo).toContain(`/checkout/confirming/${ORDER_ID}`);
  gateway.answer('POST /api/orders', problem(422, 'IDEMPOTENCY_KEY_REUSED'));
  gateway.answer('GET /api/orders', { body: { items: [{ orderId: ORDER_ID, state: 'CONFIRMED' }] } });
  expect((await page.press('pay')).goneTo).toContain(`/checkout/confirming/${ORDER_ID}`);
});

test('while nobody can know whether it was ordered, Pay is for the same attempt and quote', async () => {
  const page = await reviewed();
  gateway.answer('POST /api/orders', problem(504, 'DOWNSTREAM_TIMEOUT'));
  const after = await page.press('pay');
  expect(after.text).toContain('The answer took too long');
  gateway.answer('POST /api/orders', { status: 201, body: { orderId: ORDER_ID } });
  expect((await after.press('pay')).goneTo).toContain(ORDER_ID);
  expect(gateway.lastly('POST /api/orders')).toMatchObject({ key: 'visit-1', body: { quote: 'q1' } });
});

test('what costs nothing is ordered without a card', async () => {
  gateway.answer('POST /api/quotes', quote('q1', { total: 0 }));
  const page = await reviewed();
  expect(page.text).toContain('There is nothing to pay.');
  await page.press('pay');
  expect(gateway.lastly('POST /api/orders')?.body).not.toHaveProperty('paymentMethod');
});

test('where nothing is shipped to, the address is asked for again as it was', async () => {
  gateway.answer('POST /api/quotes', problem(422, 'NOT_SHIPPED_THERE'));
  const page = await reviewed();
  expect(page.text).toContain('We do not ship to this address');
  expect(page.html).toContain('value="Vaduz"');
});

test('a field that the shop refuses at last is marked where it is typed', async () => {
  const page = await reviewed();
  gateway.answer('POST /api/orders', problem(400, 'INVALID_REQUEST', { errors: [{ field: 'shippingAddress.postalCode', message: 'must not be blank' }] }));
  const after = await page.press('pay');
  expect(after.text).toContain('Please check the marked fields');
  expect(after.html).toContain('value="Weg 1"');
});

test('a bill to somebody else, a tax id and messages go with the order', async () => {
  const billed = { 'billing.recipient': 'Office Ltd', 'billing.line1': '2 Road', 'billing.city': 'New York', 'billing.postalCode': '10001', 'billing.country': 'US' };
  const said = { phone: '+423 123 45 67', taxId: '12-3456789', note: 'Ring twice', giftMessage: 'Yours' };
  const first = await (await Page.open()).press('review', { ...ADDRESS, ...billed, ...said });
  expect(first.text).toContain('Some fields are still empty.');
  expect(first.html).toContain('value="Office Ltd"');
  const page = await first.press('review', { ...ADDRESS, ...billed, ...said, 'billing.region': 'ny' });
  expect(page.text).toContain('Office Ltd');
  await page.press('pay');
  expect(gateway.lastly('POST /api/orders')?.body).toMatchObject({ ...said, billingAddress: { recipient: 'Office Ltd', region: 'NY', country: 'US' } });
});
