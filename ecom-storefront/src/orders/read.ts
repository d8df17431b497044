import 'server-only';
import { map, type Answer } from '@/api/answer';
import { moneyOf } from '@/api/money';
import type { BillView } from '@/bill/model';
import { mine } from '@/session/who';
import type { Address, Milestone, Order, Summary } from './model';

export async function readOrder(orderId: string): Promise<Answer<Order>> {
  const answer = await mine((shop) => shop.GET('/api/orders/{orderId}', { params: { path: { orderId } } }));
  return map(answer, (it) => ({
    id: it.orderId ?? orderId,
    state: it.state ?? '',
    cancelReason: it.cancelReason ?? undefined,
    actionUrl: it.actionUrl ?? undefined,
    email: it.email ?? undefined,
    lines: (it.lines ?? []).map((line) => ({
      sku: line.sku ?? '',
      productId: line.productId ?? '',
      name: line.name ?? '',
      quantity: line.quantity ?? 0,
      unitPrice: moneyOf(line.unitPrice),
    })),
    total: moneyOf(it.total),
    // The contract describes this part, too, by the getters of a JSON library.
    bill: (it.bill ?? undefined) as BillView | undefined,
    refunded: moneyOf(it.refunded),
    // The contract describes this part by the getters of a JSON library.
    address: (it.shippingAddress ?? {}) as Address,
    createdAt: it.createdAt ?? '',
  }));
}

export async function readTimeline(orderId: string): Promise<Answer<Milestone[]>> {
  const answer = await mine((shop) => shop.GET('/api/orders/{orderId}/timeline', { params: { path: { orderId } } }));
  return map(answer, (all) => all.map((it) => ({ at: it.at ?? '', state: it.state ?? '', fact: it.fact ?? undefined })));
}

export async function readOrders(cursor?: string): Promise<Answer<{ items: Summary[]; next?: string }>> {
  const answer = await mine((shop) => shop.GET('/api/orders', { params: { query: { cursor, size: 20 } } }));
  return map(answer, (page) => ({
    items: (page.items ?? []).map((it) => ({
      id: it.orderId ?? '',
      state: it.state ?? '',
      cancelReason: it.cancelReason ?? undefined,
      total: moneyOf(it.total),
      createdAt: it.createdAt ?? '',
    })),
    next: page.nextCursor ?? undefined,
  }));
}

export async function newestOrder(): Promise<string | undefined> {
  const answer = await readOrders();
  return answer.ok ? answer.value.items[0]?.id : undefined;
}
