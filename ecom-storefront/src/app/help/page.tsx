import type { Metadata } from 'next';
import { To } from '@/ui/link';
import type { Key } from '@/words';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('help.title'), alternates: { canonical: '/help' } };
}

const TOPICS = ['order', 'pay', 'cancel', 'where', 'account', 'data'] as const;

export default async function HelpPage() {
  const t = await words();
  return (
    <div className="narrow-page band prose">
      <h1>{t('help.title')}</h1>
      <p className="notice">{t('legal.sample')}</p>
      {TOPICS.map((it) => (
        <section key={it} className="stack">
          <h2>{t(`help.${it}` as Key)}</h2>
          <p>{t(`help.${it}.text` as Key)}</p>
        </section>
      ))}
      <p className="actions">
        <To className="button quiet" href="/orders/find">
          {t('find.title')}
        </To>
        <To className="button quiet" href="/account/orders">
          {t('orders.title')}
        </To>
        <To className="button quiet" href="/forgot-password">
          {t('forgot.title')}
        </To>
      </p>
    </div>
  );
}
