import { rowsOf, rowsOfGoods, type Row } from '@/bill/model';
import type { Translate } from '@/words';
import type { Order } from './model';

/** What it costs, as it was agreed to. */
export function rowsOfOrder(order: Pick<Order, 'bill' | 'lines' | 'total'>, t: Translate): Row[] {
  if (order.bill) {
    return rowsOf(order.bill, new Map(order.lines.map((it) => [it.sku, it.name])), t);
  }
  const goods = order.lines.map(({ unitPrice, ...it }) => ({ ...it, price: unitPrice && { ...unitPrice, amount: unitPrice.amount * it.quantity } }));
  return rowsOfGoods(goods, order.total, t('checkout.total'), t);
}
