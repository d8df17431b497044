import { BillRows } from '@/bill/rows';
import { To } from '@/ui/link';
import type { Translate } from '@/words';
import { formatMoney } from '@/words/money';
import type { Order } from './model';
import { rowsOfOrder } from './rows';

/** @param mayReview whether the things have arrived, so that whoever ordered them can say how they are */
export function OrderLines({ order, t, mayReview }: { order: Order; t: Translate; mayReview?: boolean }) {
  const review = (key: string) => {
    const line = order.lines.find((it) => key === `line ${it.sku}`);
    return (
      line && (
        <>
          {' '}
          <To className="fine" href={`/account/reviews?product=${encodeURIComponent(line.productId)}#form`} aria-label={t('reviews.write-of', { name: line.name })}>
            {t('reviews.write')}
          </To>
        </>
      )
    );
  };
  return (
    <div className="order-lines">
      <BillRows rows={rowsOfOrder(order, t)} beside={mayReview ? review : undefined} />
      {order.refunded && order.refunded.amount > 0 && (
        <p className="sum">
          <span>{t('order.refunded')}</span>
          <strong>{formatMoney(order.refunded, t.language)}</strong>
        </p>
      )}
    </div>
  );
}
