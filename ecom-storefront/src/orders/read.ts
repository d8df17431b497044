import 'server-only';
import { ask, map, type Answer } from '@/api/answer';
import type { components } from '@/api/generated/order';
import { moneyOf } from '@/api/money';
import { mine, shopForAnybody } from '@/session/who';
import type { Address, Found, Milestone, Order, OrderLine, Summary } from './model';

export async function readOrder(orderId: string): Promise<Answer<Order>> {
  const answer = await mine((shop) => shop.GET('/api/orders/{orderId}', { params: { path: { orderId } } }));
  return map(answer, (it) => ({
    id: it.orderId ?? orderId,
    number: it.orderNumber ?? '',
    state: it.state ?? '',
    cancelReason: it.cancelReason ?? undefined,
    actionUrl: it.actionUrl ?? undefined,
    email: it.email ?? undefined,
    lines: linesIn(it.lines),
    total: moneyOf(it.total),
    bill: it.bill ?? undefined,
    refunded: moneyOf(it.refunded),
    address: addressIn(it.shippingAddress),
    billing: it.billingAddress ? addressIn(it.billingAddress) : undefined,
    phone: it.phone ?? undefined,
    taxId: it.taxId ?? undefined,
    note: it.note ?? undefined,
    giftMessage: it.giftMessage ?? undefined,
    createdAt: it.createdAt ?? '',
  }));
}

function addressIn(it: components['schemas']['KeptAddress'] | undefined): Address {
  return Object.fromEntries(Object.entries(it ?? {}).filter(([, value]) => value !== null)) as Address;
}

function linesIn(lines: components['schemas']['Line'][] | undefined): OrderLine[] {
  return (lines ?? []).map((line) => ({
    sku: line.sku ?? '',
    productId: line.productId ?? '',
    name: line.name ?? '',
    quantity: line.quantity ?? 0,
    unitPrice: moneyOf(line.unitPrice),
  }));
}

/** Of whoever ordered; the number and the address prove enough. */
export async function findOrder(orderNumber: string, email: string): Promise<Answer<Found>> {
  const answer = await ask((await shopForAnybody()).POST('/api/orders/lookup', { body: { orderNumber, email } }));
  return map(answer, (it) => ({
    number: it.orderNumber ?? '',
    state: it.state ?? '',
    cancelReason: it.cancelReason ?? undefined,
    lines: linesIn(it.lines),
    total: moneyOf(it.total),
    bill: it.bill ?? undefined,
    refunded: moneyOf(it.refunded),
    createdAt: it.createdAt ?? '',
    milestones: milestonesIn(it.timeline),
  }));
}

function milestonesIn(all: components['schemas']['Milestone'][] | undefined): Milestone[] {
  return (all ?? []).map((it) => ({ at: it.at ?? '', state: it.state ?? '', fact: it.fact ?? undefined }));
}

export async function readTimeline(orderId: string): Promise<Answer<Milestone[]>> {
  const answer = await mine((shop) => shop.GET('/api/orders/{orderId}/timeline', { params: { path: { orderId } } }));
  return map(answer, milestonesIn);
}

export async function readOrders(cursor?: string): Promise<Answer<{ items: Summary[]; next?: string }>> {
  const answer = await mine((shop) => shop.GET('/api/orders', { params: { query: { cursor, size: 20 } } }));
  return map(answer, (page) => ({
    items: (page.items ?? []).map((it) => ({
      id: it.orderId ?? '',
      number: it.orderNumber ?? '',
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
