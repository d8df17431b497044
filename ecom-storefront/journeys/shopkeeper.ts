import { expect } from './shopper';

const GATEWAY = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080';
const EMAIL = 'admin@ecom.example';

export type Goods = { id: string; slug: string; sku: string; name: string; path: string };

type Asked = { token?: string; method?: string; body?: unknown; key?: boolean; ifMatch?: string };

/** Whoever keeps the shop, for that of which shoppers only see what comes of it. ADMIN_PASSWORD is theirs. */
export class Shopkeeper {
  private constructor(private readonly token: string) {}

  static async atWork(): Promise<Shopkeeper> {
    const password = process.env.ADMIN_PASSWORD;
    expect(password, 'ADMIN_PASSWORD, as ./ecom up and ./ecom status say it').toBeTruthy();
    const { accessToken } = await ask('/api/auth/login', { body: { email: EMAIL, password } });
    return new Shopkeeper(accessToken);
  }

  /** Something that no other journey buys. */
  async sells(what: string, { price = 4_000, stock }: { price?: number; stock: number }): Promise<Goods> {
    const sku = `JOURNEY-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
    const name = `${what} ${sku.slice(-4)}`;
    const slug = `${what} ${sku}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const { productId: id } = await this.ask('/api/admin/products', { body: bodyOf({ slug, sku, name }, price) });
    const goods = { id, slug, sku, name, path: `/products/${slug}` };
    await this.putsOnTheShelf(goods, stock, 'INITIAL');
    return goods;
  }

  /** Something of a type that nothing else is of, once in each colour; found by the word that is given back. */
  async sellsInColours(colours: Record<string, string>): Promise<string> {
    const word = `J${crypto.randomUUID().slice(0, 8)}`;
    const choices = Object.entries(colours).map(([value, en]) => ({ value, labels: { en } }));
    const colour = { name: 'colour', level: 'VARIANT', kind: 'CHOICE', required: true, facet: true, choices, labels: { en: 'Colour' } };
    const waterproof = { name: 'waterproof', kind: 'BOOLEAN', facet: true, labels: { en: 'Waterproof' } };
    const productType = word.toLowerCase();
    await this.ask('/api/admin/product-types', { body: { code: productType, labels: { en: 'Coats' }, attributes: [colour, waterproof] } });
    for (const [index, value] of Object.keys(colours).entries()) {
      const variants = [{ sku: `${word}-${value}`, options: { colour: value }, price: { amount: 9_000, currency: 'USD' } }];
      const body = { name: `Coat ${word} ${value}`, category: 'Garden', productType, attributes: { waterproof: index > 0 }, variants };
      await this.ask('/api/admin/products', { body });
    }
    const found = async () => (await ask(`/api/search/products?q=${word}`, {})).total;
    await expect.poll(found, { timeout: 30_000 }).toBe(choices.length);
    return word;
  }

  /** Takes some away where there are fewer than none more. */
  async putsOnTheShelf({ sku }: Goods, delta: number, reason = 'CORRECTION'): Promise<void> {
    // Inventory learns of a product by its event.
    await expect(async () => {
      await this.ask('/api/admin/inventory/adjustments', { body: { adjustments: [{ sku, delta, reason }] }, key: true });
    }).toPass({ timeout: 30_000 });
  }

  /** Until whoever asks for a total gets the new price. */
  async reprices(goods: Goods, price: number): Promise<void> {
    const path = `/api/admin/products/${goods.id}`;
    const seen = await fetch(GATEWAY + path, { headers: { Authorization: `Bearer ${this.token}` } });
    await this.ask(path, { method: 'PUT', body: bodyOf(goods, price), ifMatch: seen.headers.get('ETag') ?? '' });
    const { accessToken: token } = await ask('/api/auth/guest', { body: {} });
    const quote = { country: 'US', region: 'NY', postalCode: '12345', items: [{ sku: goods.sku, quantity: 1 }] };
    await expect.poll(async () => (await ask('/api/quotes', { token, body: quote })).total.amount, { timeout: 30_000 }).toBe(price);
  }

  async givesBack(orderId: string, { sku }: Goods): Promise<void> {
    await this.ask(`/api/admin/orders/${orderId}/refunds`, { body: { reason: 'It arrived broken', lines: [{ sku, quantity: 1 }] }, key: true });
  }

  async delivers(orderId: string): Promise<void> {
    await this.ask(`/api/admin/orders/${orderId}/shipment`, { body: { carrier: 'Post', trackingNumber: 'JOURNEY1' } });
    await this.ask(`/api/admin/orders/${orderId}/delivery`, { method: 'POST' });
  }

  private ask(path: string, asked: Asked) {
    return ask(path, { ...asked, token: this.token });
  }
}

function bodyOf({ slug, sku, name }: Pick<Goods, 'slug' | 'sku' | 'name'>, price: number) {
  return { slug, name, category: 'Garden', active: true, variants: [{ sku, options: {}, price: { amount: price, currency: 'USD' } }] };
}

async function ask(path: string, { token, body, method = body ? 'POST' : 'GET', key, ifMatch }: Asked) {
  const answer = await fetch(GATEWAY + path, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(ifMatch && { 'If-Match': ifMatch }),
      ...(key && { 'Idempotency-Key': crypto.randomUUID() }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
  return text ? JSON.parse(text) : undefined;
}
