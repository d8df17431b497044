import type { Money } from '@/api/money';
import type { BillView } from '@/bill/model';
import type { Key } from '@/words';

export type OrderLine = { sku: string; productId: string; name: string; quantity: number; unitPrice: Money | null };
export type Address = {
  recipient?: string;
  line1?: string;
  line2?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  country?: string;
};
export type Order = {
  id: string;
  /** As people name it. */
  number: string;
  state: string;
  cancelReason?: string;
  /** Where the bank asks the shopper, while it does. */
  actionUrl?: string;
  email?: string;
  lines: OrderLine[];
  total: Money | null;
  /** As it was agreed to; absent where it costs what its lines do. */
  bill?: BillView;
  refunded: Money | null;
  address: Address;
  /** Who is billed, if that is not who gets the parcel. */
  billing?: Address;
  phone?: string;
  taxId?: string;
  note?: string;
  giftMessage?: string;
  createdAt: string;
};
export type Summary = { id: string; number: string; state: string; cancelReason?: string; total: Money | null; createdAt: string };
/** What an order is to whoever has its number and address, and no session. */
export type Found = Pick<Order, 'number' | 'state' | 'cancelReason' | 'lines' | 'total' | 'bill' | 'refunded' | 'createdAt'> & { milestones: Milestone[] };
export type Milestone = { at: string; state: string; fact?: string };

/** What an order's state means to whoever placed it. */
export type Stage = 'confirming' | 'asked' | 'sold' | 'sent' | 'arrived' | 'ending' | 'ended';

export function stageOf(state: string): Stage {
  switch (state) {
    case 'AWAITING_CUSTOMER':
      return 'asked';
    case 'CONFIRMED':
      return 'sold';
    case 'SHIPPED':
      return 'sent';
    case 'DELIVERED':
      return 'arrived';
    case 'CANCELLING':
      return 'ending';
    case 'CANCELLED':
      return 'ended';
    default:
      return 'confirming';
  }
}

/** Whether looking again may show something else before long. */
export function isMoving(state: string): boolean {
  return ['confirming', 'asked', 'ending'].includes(stageOf(state));
}

export function canBeCancelled(state: string): boolean {
  return ['PENDING_STOCK', 'PENDING_PAYMENT', 'AWAITING_CUSTOMER'].includes(state);
}

const REASONS: Record<string, Key> = {
  OUT_OF_STOCK: 'order.why.stock',
  RESERVATION_LOST: 'order.why.stock',
  TOO_MANY_OPEN_ORDERS: 'order.why.open',
  PAYMENT_DECLINED: 'order.why.declined',
  CAPTURE_FAILED: 'order.why.declined',
  BY_CUSTOMER: 'order.why.you',
  BY_STAFF: 'order.why.shop',
  TIMED_OUT: 'order.why.time',
};

export function reasonKey(reason: string | undefined): Key {
  return REASONS[reason ?? ''] ?? 'order.why.other';
}

const FACTS: Record<string, Key> = {
  OrderPlaced: 'order.fact.placed',
  StockReserved: 'order.fact.reserved',
  StockRefused: 'order.fact.refused',
  ActionRequired: 'order.fact.asked',
  PaymentAuthorized: 'order.fact.authorized',
  PaymentFailed: 'order.fact.failed',
  PaymentCaptured: 'order.fact.captured',
  CancelRequested: 'order.fact.cancel',
  ParcelSent: 'order.fact.sent',
  ParcelArrived: 'order.fact.arrived',
  Refunded: 'order.fact.refunded',
};

/** Nothing for what is no news to a shopper. */
export function factKey(milestone: Milestone): Key | null {
  return FACTS[milestone.fact ?? ''] ?? (milestone.state === 'CANCELLED' ? 'order.fact.cancelled' : null);
}
