import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { isMissing } from '@/api/answer';
import { Said } from '@/frame/said';
import { cancelOrder } from '@/orders/actions';
import { OrderLines } from '@/orders/lines';
import { canBeCancelled, factKey, isMoving, reasonKey, stageOf, type Address } from '@/orders/model';
import { readOrder, readTimeline } from '@/orders/read';
import { Watch } from '@/orders/watch';
import { who } from '@/session/who';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import type { Translate } from '@/words';
import { countryName, formatDate, formatMoment } from '@/words/dates';
import { words } from '@/words/server';

type Props = { params: Promise<{ orderId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('order.title'), robots: { index: false } };
}

export default async function OrderPage({ params }: Props) {
  const { orderId } = await params;
  if (!/^[0-9a-f-]{36}$/.test(orderId)) {
    notFound();
  }
  const [t, it, answer, timeline] = await Promise.all([words(), who(), readOrder(orderId), readTimeline(orderId)]);
  if (isMissing(answer)) {
    notFound();
  }
  if (it.kind === 'visitor') {
    redirect(`/sign-in?returnTo=/orders/${orderId}`);
  }
  if (!answer.ok) {
    return (
      <div className="narrow-page band">
        <h1>{t('order.title')}</h1>
        <MissingContent problem={answer.problem} t={t} />
      </div>
    );
  }
  const order = answer.value;
  const milestones = timeline.ok ? timeline.value : [];
  return (
    <div className="narrow-page band">
      <Said />
      <h1>{t('order.title')}</h1>
      <p className="fine">
        {t('order.number', { id: order.number })} · {order.createdAt && formatDate(order.createdAt, t.language)}
      </p>
      <p className={`badge-line ${stageOf(order.state)}`} role="status">
        {t(`stage.${stageOf(order.state)}`)}
      </p>
      {stageOf(order.state) === 'ended' && <p>{t(reasonKey(order.cancelReason))}</p>}
      {stageOf(order.state) === 'asked' && (
        <p className="actions">
          <To className="button" href={`/checkout/confirming/${order.id}`}>
            {t('order.go-on')}
          </To>
        </p>
      )}
      {isMoving(order.state) && <Watch version={order.state} />}
      <OrderLines order={order} t={t} mayReview={it.kind === 'customer' && order.state === 'DELIVERED'} />
      <div className="columns">
        <section>
          <h2>{t('checkout.delivery')}</h2>
          <address>
            <AddressLines address={order.address} t={t} />
            {order.phone && <span>{order.phone}</span>}
          </address>
          {order.billing && (
            <>
              <h2>{t('checkout.billingAddress')}</h2>
              <address>
                <AddressLines address={order.billing} t={t} />
              </address>
            </>
          )}
          {(['taxId', 'note', 'giftMessage'] as const).map(
            (it) =>
              order[it] && (
                <div key={it}>
                  <h2>{t(`checkout.${it}Said`)}</h2>
                  <p className="description">{order[it]}</p>
                </div>
              ),
          )}
        </section>
        <section>
          <h2>{t('order.timeline')}</h2>
          <ol className="timeline">
            {milestones.map((milestone) => {
              const key = factKey(milestone);
              return (
                key && (
                  <li key={`${milestone.at} ${key}`}>
                    {t(key)} <time dateTime={milestone.at}>{formatMoment(milestone.at, t.language)}</time>
                  </li>
                )
              );
            })}
          </ol>
        </section>
      </div>
      {canBeCancelled(order.state) && (
        <form action={cancelOrder}>
          <input type="hidden" name="order" value={order.id} />
          <button className="button quiet" type="submit">
            {t('order.cancel')}
          </button>
        </form>
      )}
    </div>
  );
}

function AddressLines({ address: it, t }: { address: Address; t: Translate }) {
  const lines = [it.recipient, it.line1, it.line2, [it.postalCode, it.city].filter(Boolean).join(' '), it.region, it.country && countryName(it.country, t.language)];
  return lines.filter(Boolean).map((line, at) => <span key={at}>{line}</span>);
}
