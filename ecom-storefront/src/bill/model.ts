import type { components } from '@/api/generated/order';
import type { Money } from '@/api/money';
import type { Translate } from '@/words';
import { isKey } from '@/words';
import { formatMoney } from '@/words/money';

export type BillView = components['schemas']['BillView'];

/** What something costs, step by step, in words: from above to the total, and what is inside that. */
export type Row = {
  key: string;
  kind: 'line' | 'step' | 'total' | 'inside';
  label: string;
  amount: string;
  /** What a line costs otherwise, while it costs less. */
  was?: { label: string; amount: string };
};

/** What is sold without a bill of its own: its lines and their sum. */
export type Goods = { sku: string; name: string; quantity: number; price: Money | null };

/** @param names of products, by SKU */
export function rowsOf(bill: BillView, names: ReadonlyMap<string, string>, t: Translate): Row[] {
  const currency = bill.currency ?? '';
  const money = (amount: number) => formatMoney({ amount, currency }, t.language);
  const step = (key: string, label: string, amount: number): Row => ({ key, kind: 'step', label, amount: money(amount) });
  const { subtotal = 0, total = 0, tax = 0, lines = [], discounts = [], taxes = [] } = bill;
  const shipping = bill.shipping?.price ?? 0;
  const off = discounts.reduce((sum, it) => sum + (it.amount ?? 0), 0);
  // Prices have the tax inside unless it is what makes the sum come out.
  const before = subtotal - off + shipping;
  const isAdded = tax > 0 && before < total;
  const spared = before + (isAdded ? tax : 0) - total;
  const taxed = taxes
    .filter((it) => it.tax)
    .map((it, at) => ({ at, rate: percent(it.ppm ?? 0, t.language), amount: it.tax ?? 0 }));
  return [
    ...lines.map((it) => ({
      ...lineOf(it.sku ?? '', it.quantity ?? 0, names.get(it.sku ?? ''), money(it.subtotal ?? 0)),
      ...(it.listPrice ? { was: { label: t('price.was'), amount: money(it.listPrice * (it.quantity ?? 0)) } } : {}),
    })),
    ...discounts.map((it) => step(`off ${it.promotion}`, it.name ?? it.promotion ?? '', -(it.amount ?? 0))),
    ...(bill.shipping?.method
      ? [{ ...step('shipping', t('bill.shipping', { method: methodName(bill.shipping.method, t) }), shipping), ...(shipping === 0 ? { amount: t('bill.free') } : {}) }]
      : []),
    ...(spared > 0 ? [step('spared', t('bill.spared'), -spared)] : []),
    ...(isAdded ? taxed.map((it) => step(`tax ${it.at}`, t('bill.tax', { rate: it.rate }), it.amount)) : []),
    { key: 'total', kind: 'total', label: t('checkout.total'), amount: money(total) },
    ...(isAdded ? [] : taxed.map((it): Row => ({ key: `tax ${it.at}`, kind: 'inside', label: t('bill.inside', { rate: it.rate }), amount: money(it.amount) }))),
  ];
}

/** The same where there is nothing but goods. */
export function rowsOfGoods(goods: readonly Goods[], total: Money | null, label: string, t: Translate): Row[] {
  return [
    ...goods.map((it) => lineOf(it.sku, it.quantity, it.name, it.price ? formatMoney(it.price, t.language) : '')),
    { key: 'total', kind: 'total', label, amount: total ? formatMoney(total, t.language) : '' },
  ];
}

/** What the shop calls a way of shipping; what it has no words for is called as staff named it. */
export function methodName(method: string, t: Translate): string {
  const key = `shipping.${method}`;
  return isKey(key) ? t(key) : method.replaceAll('-', ' ').replace(/^./, (it) => it.toUpperCase());
}

function lineOf(sku: string, quantity: number, name: string | undefined, amount: string): Row {
  return { key: `line ${sku}`, kind: 'line', label: `${quantity} × ${name ?? sku}`, amount };
}

function percent(ppm: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 }).format(ppm / 1_000_000);
}
