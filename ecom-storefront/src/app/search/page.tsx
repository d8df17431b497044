import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { typesOrNone } from '@/catalogue/read';
import { vocabularyOf } from '@/catalogue/vocabulary';
import { Listing } from '@/search/listing';
import { queryOf } from '@/search/model';
import { search } from '@/search/read';
import { words } from '@/words/server';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await words();
  const { q } = queryOf(await searchParams);
  return { title: q ? t('search.title-for', { q }) : t('search.title'), robots: { index: false, follow: true } };
}

export default async function SearchPage({ searchParams }: Props) {
  const t = await words();
  const query = queryOf(await searchParams);
  const [answer, types] = await Promise.all([search(query), typesOrNone()]);
  if (answer.ok && answer.value.redirect) {
    redirect(answer.value.redirect);
  }
  return (
    <div className="wide band">
      <h1>{query.q ? t('search.title-for', { q: query.q }) : t('search.title')}</h1>
      <Listing path="/search" query={query} answer={answer} vocabulary={vocabularyOf(types, t)} t={t} />
    </div>
  );
}
