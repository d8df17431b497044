import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Key } from '@/words';
import { words } from '@/words/server';

type Props = { params: Promise<{ page: string }> };

/** How many sections each has. */
const PAGES: Record<string, number> = { terms: 4, privacy: 4, imprint: 1 };

async function pageIn({ params }: Props): Promise<string> {
  const { page } = await params;
  return Object.hasOwn(PAGES, page) ? page : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await pageIn(props);
  // Samples are nothing to be found by.
  return { title: (await words())(`legal.${page}` as Key), robots: { index: false } };
}

export default async function LegalPage(props: Props) {
  const [t, page] = await Promise.all([words(), pageIn(props)]);
  return (
    <div className="narrow-page band prose">
      <h1>{t(`legal.${page}` as Key)}</h1>
      <p className="notice">{t('legal.sample')}</p>
      {Array.from({ length: PAGES[page] ?? 0 }, (_, index) => (
        <section key={index} className="stack">
          <h2>{t(`legal.${page}.${index + 1}` as Key)}</h2>
          <p>{t(`legal.${page}.${index + 1}.text` as Key)}</p>
        </section>
      ))}
    </div>
  );
}
