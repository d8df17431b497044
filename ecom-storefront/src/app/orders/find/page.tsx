import type { Metadata } from 'next';
import { startOf } from '@/forms/state';
import { FindOrder } from '@/orders/find';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('find.title'), robots: { index: false } };
}

/** For who ordered without an account, or with another browser. */
export default async function FindOrderPage() {
  const t = await words();
  return (
    <div className="narrow-page band">
      <h1>{t('find.title')}</h1>
      <p>{t('find.help')}</p>
      <FindOrder
        start={startOf()}
        words={{
          number: t('find.number'),
          numberHint: t('find.number-hint'),
          email: t('account.email'),
          submit: t('find.submit'),
          waiting: t('account.waiting'),
          timeline: t('order.timeline'),
        }}
      />
    </div>
  );
}
