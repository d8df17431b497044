import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountFrame } from '@/account/frame';
import { Said } from '@/frame/said';
import { stageOf } from '@/orders/model';
import { readOrders } from '@/orders/read';
import { who } from '@/session/who';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import { formatDate } from '@/words/dates';
import { formatMoney } from '@/words/money';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('orders.title'), robots: { index: false } };
}

export default async function OrdersPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const [t, it] = await Promise.all([words(), who()]);
  if (it.kind === 'visitor') {
    redirect('/sign-in?returnTo=/account/orders');
  }
  const { cursor } = await searchParams;
  const answer = await readOrders(cursor);
  const list = (
    <>
      {it.kind === 'guest' && (
        <p className="fine">
          {t('orders.guest')} <To href="/orders/find">{t('find.title')}</To>
        </p>
      )}
      {!answer.ok ? (
        <MissingContent problem={answer.problem} t={t} />
      ) : answer.value.items.length === 0 ? (
        <div className="empty">
          <p>{t('orders.none')}</p>
          <p className="actions">
            <To className="button" href="/search?sort=newest">
              {t('home.newest')}
            </To>
          </p>
        </div>
      ) : (
        <>
          <ul className="order-list">
            {answer.value.items.map((order) => (
              <li key={order.id}>
                <span>
                  <To href={`/orders/${order.id}`}>{formatDate(order.createdAt, t.language)}</To> <span className="fine">{order.number}</span>
                </span>
                <span className={`badge-line ${stageOf(order.state)}`}>{t(`stage.${stageOf(order.state)}`)}</span>
                <span className="amount">{order.total && formatMoney(order.total, t.language)}</span>
              </li>
            ))}
          </ul>
          {answer.value.next && (
            <nav className="pages" aria-label={t('search.pages')}>
              <To className="button quiet" href={`/account/orders?cursor=${encodeURIComponent(answer.value.next)}`}>
                {t('search.next')}
              </To>
            </nav>
          )}
        </>
      )}
    </>
  );
  return it.kind === 'guest' ? (
    <div className="narrow-page band">
      <Said />
      <h1>{t('orders.title')}</h1>
      {list}
    </div>
  ) : (
    <AccountFrame part="orders" title={t('orders.title')}>
      {list}
    </AccountFrame>
  );
}
