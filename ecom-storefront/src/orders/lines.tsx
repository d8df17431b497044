import { To } from '@/ui/link';
import type { Translate } from '@/words';
import { formatMoney } from '@/words/money';
import type { Order } from './model';

/** @param mayReview whether the things have arrived, so that whoever ordered them can say how they are */
export function OrderLines({ order, t, mayReview }: { order: Order; t: Translate; mayReview?: boolean }) {
  return (
    <div className="order-lines">
      <ul className="short-lines">
        {order.lines.map((it) => (
          <li key={it.sku}>
            <span>
              {it.quantity} × {it.name}
              {mayReview && (
                <>
                  {' '}
                  <To className="fine" href={`/account/reviews?product=${encodeURIComponent(it.productId)}#form`} aria-label={t('reviews.write-of', { name: it.name })}>
                    {t('reviews.write')}
                  </To>
                </>
              )}
            </span>
            <span>{it.unitPrice && formatMoney({ ...it.unitPrice, amount: it.unitPrice.amount * it.quantity }, t.language)}</span>
          </li>
        ))}
      </ul>
      <p className="sum">
        <span>{t('checkout.total')}</span>
        <strong>{order.total && formatMoney(order.total, t.language)}</strong>
      </p>
      {order.refunded && order.refunded.amount > 0 && (
        <p className="sum">
          <span>{t('order.refunded')}</span>
          <strong>{formatMoney(order.refunded, t.language)}</strong>
        </p>
      )}
    </div>
  );
}
