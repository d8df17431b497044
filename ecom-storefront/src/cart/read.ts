import 'server-only';
import { cache } from 'react';
import { map, ok, type Answer } from '@/api/answer';
import type { components } from '@/api/generated/cart';
import { moneyOf, type Money } from '@/api/money';
import { isRefusedToken, mine, who } from '@/session/who';

export type CartLine = {
  sku: string;
  productId: string;
  name: string;
  quantity: number;
  unitPrice: Money | null;
  /** What it costs otherwise, while it costs less. */
  listPrice: Money | null;
  /** What it cost before, if that was something else. */
  priceBefore: Money | null;
  lineTotal: Money | null;
  notice?: 'PRICE_CHANGED' | 'NOT_FOR_SALE';
};

export type Cart = {
  lines: CartLine[];
  /** What was put aside. */
  later: CartLine[];
  count: number;
  /** Whether they count says a quote. */
  codes: string[];
  /** For whoever gets the goods. */
  giftMessage: string;
  total: Money | null;
  notice?: 'MIXED_CURRENCIES' | 'TOTAL_TOO_LARGE';
  version: number;
};

export const EMPTY: Cart = { lines: [], later: [], count: 0, codes: [], giftMessage: '', total: null, version: 0 };

/** Only decoration waits for it, and briefly. */
const FOR_THE_HEADER = 800;

/** Always as it is now, once for each page. Visitors have none, and neither have guests whose token counts no more. */
export const readCart = cache(async (): Promise<Answer<Cart>> => {
  const it = await who();
  if (it.kind === 'visitor') {
    return ok(EMPTY);
  }
  const answer = await mine((shop) => shop.GET('/api/cart'));
  return it.kind === 'guest' && isRefusedToken(answer) ? ok(EMPTY) : map(answer, cartOf);
});

/** Nothing while it cannot be known. */
export async function cartForTheHeader(): Promise<Cart | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, FOR_THE_HEADER, null).unref());
  const answer = await Promise.race([readCart(), late]);
  return answer?.ok ? answer.value : null;
}

type View = components['schemas']['View'];

export function cartOf(view: View): Cart {
  return {
    lines: (view.items ?? []).map(lineOf),
    later: (view.later ?? []).map(lineOf),
    count: view.itemCount ?? 0,
    codes: view.codes ?? [],
    giftMessage: view.giftMessage ?? '',
    total: moneyOf(view.total),
    notice: view.notice ?? undefined,
    version: view.version ?? 0,
  };
}

function lineOf(it: components['schemas']['Line']): CartLine {
  return {
    sku: it.sku ?? '',
    productId: it.productId ?? '',
    name: it.name ?? '',
    quantity: it.quantity ?? 0,
    unitPrice: moneyOf(it.unitPrice),
    listPrice: moneyOf(it.listPrice),
    priceBefore: moneyOf(it.priceBefore),
    lineTotal: moneyOf(it.lineTotal),
    notice: it.notice ?? undefined,
  };
}

/** For actions only: these codes go with the basket, instead of others. */
export async function keepCodes(codes: string[]): Promise<Answer<unknown>> {
  return mine((shop) => shop.PUT('/api/cart/codes', { body: { codes } }));
}

/** Whether what is in it can be ordered as it stands. */
export function isOrderable(cart: Cart): boolean {
  return cart.total !== null && cart.notice === undefined && cart.lines.some((it) => it.notice !== 'NOT_FOR_SALE');
}
