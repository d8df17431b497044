import 'server-only';
import type { Answer } from '@/api/answer';
import { moneyOf } from '@/api/money';
import { methodName, rowsOf } from '@/bill/model';
import { mine } from '@/session/who';
import type { Key, Translate } from '@/words';
import { formatMoney } from '@/words/money';
import type { Review } from './model';
import type { QuoteView, Wish } from './quote';

export async function askForQuote(token: string, wish: Wish): Promise<Answer<QuoteView>> {
  return mine((shop) => shop.POST('/api/quotes', { params: { header: { Authorization: `Bearer ${token}` } }, body: wish }));
}

/**
 * A quote in words.
 *
 * @param codes that count
 */
export function reviewOf(quote: QuoteView, codes: string[], names: ReadonlyMap<string, string>, t: Translate): Review {
  const bill = quote.bill ?? {};
  const total = moneyOf(quote.total);
  return {
    quote: quote.quote ?? '',
    rows: rowsOf(bill, names, t),
    total: total ? formatMoney(total, t.language) : '',
    hasToBePaid: (total?.amount ?? 0) > 0,
    methods: (quote.methods ?? []).map((it) => ({
      id: it.method ?? '',
      name: methodName(it.method ?? '', t),
      price: it.shipping?.amount ? moneyIn(it.shipping, t) : t('bill.free'),
      isChosen: it.method === quote.shippingMethod,
    })),
    codes,
    changes: (quote.notices ?? []).map((it) =>
      t(`change.${it.code ?? 'TOTAL_CHANGED'}` as Key, {
        name: names.get(it.sku ?? '') ?? it.sku ?? '',
        before: moneyIn(it.before, t),
        now: moneyIn(it.now, t),
      }),
    ),
  };
}

function moneyIn(it: { amount?: number; currency?: string } | undefined, t: Translate): string {
  const money = moneyOf(it);
  return money ? formatMoney(money, t.language) : '';
}
