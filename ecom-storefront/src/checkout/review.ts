import 'server-only';
import type { Answer } from '@/api/answer';
import type { components } from '@/api/generated/order';
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

/** A quote in words. */
export function reviewOf(quote: QuoteView, names: ReadonlyMap<string, string>, t: Translate): Review {
  const bill = quote.bill ?? {};
  const total = moneyOf(quote.total);
  const applied = (bill.discounts ?? []).map((it) => it.promotion);
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
    codes: (quote.codes ?? []).map((it) => ({
      code: it.code ?? '',
      note: it.promotions?.some((promotion) => applied.includes(promotion)) ? undefined : whyNot(it, bill, t),
    })),
    changes: (quote.notices ?? []).map((it) =>
      t(`change.${it.code ?? 'TOTAL_CHANGED'}` as Key, {
        name: names.get(it.sku ?? '') ?? it.sku ?? '',
        before: moneyIn(it.before, t),
        now: moneyIn(it.now, t),
      }),
    ),
  };
}

/** Why a good code takes nothing off. */
function whyNot(entered: components['schemas']['EnteredCode'], bill: components['schemas']['BillView'], t: Translate): string {
  const reason = bill.notApplied?.find((it) => entered.promotions?.includes(it.promotion ?? ''))?.reason;
  return t(`code.${reason ?? 'NO_BENEFIT'}` as Key);
}

function moneyIn(it: { amount?: number; currency?: string } | undefined, t: Translate): string {
  const money = moneyOf(it);
  return money ? formatMoney(money, t.language) : '';
}
