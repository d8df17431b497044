import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isMissing, isUncertain } from '@/api/answer';
import { isMoving, reasonKey, stageOf, type Order } from '@/orders/model';
import { readOrder } from '@/orders/read';
import { OrderLines } from '@/orders/lines';
import { Watch } from '@/orders/watch';
import { who } from '@/session/who';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import type { Translate } from '@/words';
import { words } from '@/words/server';

type Props = { params: Promise<{ orderId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('confirming.title'), robots: { index: false } };
}

/** From Pay to the end of the purchase, whatever it is. Looks again by itself, and by reloading. */
export default async function ConfirmingPage({ params }: Props) {
  const { orderId } = await params;
  const [t, it, answer] = await Promise.all([words(), who(), /^[0-9a-f-]{36}$/.test(orderId) ? readOrder(orderId) : null]);
  if (!answer || isMissing(answer)) {
    notFound();
  }
  if (!answer.ok) {
    // Somebody who is not signed in any more learns nothing by asking again.
    const mayComeBack = isUncertain(answer.problem) || answer.problem.status === 429;
    return (
      <div className="narrow-page band">
        <h1>{t('confirming.unknown')}</h1>
        <p>{t(mayComeBack ? 'confirming.unknown-help' : 'confirming.unknown-sign-in')}</p>
        <MissingContent problem={answer.problem} t={t} />
        {mayComeBack && <Again version="unknown" />}
      </div>
    );
  }
  const order = answer.value;
  return (
    <div className="narrow-page band confirming">
      <div role="status" aria-live="polite">
        <Outcome order={order} t={t} />
      </div>
      {isMoving(order.state) && <Again version={order.state} />}
      <p className="fine">{t('order.number', { id: order.number })}</p>
      <OrderLines order={order} t={t} />
      {!isMoving(order.state) && (
        <p className="actions">
          {/* A whole new page: the basket in the frame is another one now. */}
          <a className="button quiet" href={`/orders/${order.id}`}>
            {t('confirming.order')}
          </a>
          {it.kind === 'guest' && stageOf(order.state) === 'sold' && (
            <To className="button quiet" href="/register">
              {t('confirming.register')}
            </To>
          )}
        </p>
      )}
    </div>
  );
}

function Outcome({ order, t }: { order: Order; t: Translate }) {
  switch (stageOf(order.state)) {
    case 'confirming':
      return (
        <>
          <span className="spinner" aria-hidden="true" />
          <h1>{t('confirming.title')}</h1>
          <p>{t('confirming.wait')}</p>
        </>
      );
    case 'asked':
      return (
        <>
          <h1>{t('confirming.asked')}</h1>
          <p>{t('confirming.asked-help')}</p>
          {order.actionUrl && (
            <p className="actions">
              <a className="button" href={order.actionUrl} target="_blank" rel="noopener noreferrer">
                {t('confirming.bank')}
              </a>
            </p>
          )}
        </>
      );
    case 'ending':
    case 'ended':
      return (
        <>
          <h1>{t('confirming.not-sold')}</h1>
          <p>{t(reasonKey(order.cancelReason))}</p>
          <p>
            <strong>{t(stageOf(order.state) === 'ended' ? 'confirming.not-charged' : 'confirming.undoing')}</strong>
          </p>
          <p className="actions">
            <To className="button" href="/cart">
              {t('confirming.cart')}
            </To>
          </p>
        </>
      );
    default:
      return (
        <>
          <svg className="tick-mark" viewBox="0 0 48 48" aria-hidden="true">
            <circle cx="24" cy="24" r="22" />
            <path d="M14 25l7 7 14-16" />
          </svg>
          <h1>{t('confirming.sold')}</h1>
          <p>{order.email ? t('confirming.mail', { email: order.email }) : t('confirming.mail-known')}</p>
        </>
      );
  }
}

/** By script, or by the browser itself without one. */
function Again({ version }: { version: string }) {
  return (
    <>
      <Watch version={version} />
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </>
  );
}
