import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readCategories, typesOrNone } from '@/catalogue/read';
import { categoryPath } from '@/catalogue/model';
import { vocabularyOf } from '@/catalogue/vocabulary';
import { Listing } from '@/search/listing';
import { narrowings, queryOf } from '@/search/model';
import { search } from '@/search/read';
import { MissingContent } from '@/ui/notice';
import { NAME, SHARED } from '@/ui/brand';
import { To } from '@/ui/link';
import { words } from '@/words/server';

type Props = {
  params: Promise<{ slug: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function categoryIn({ params }: Props) {
  const slug = (await params).slug.map(decodeURIComponent).join('/');
  const categories = await readCategories();
  return categories.ok ? { categories, category: categories.value.find((it) => it.slug === slug) } : { categories };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { category } = await categoryIn(props);
  const query = queryOf(await props.searchParams);
  // One address for each category; what somebody narrowed is not worth finding again.
  const isPlain = narrowings(query).length === 0 && !query.cursor && !query.q;
  return category
    ? {
        title: category.name,
        alternates: { canonical: categoryPath(category.name) },
        openGraph: { title: category.name, siteName: NAME, type: 'website', url: categoryPath(category.name), images: SHARED },
        robots: isPlain ? undefined : { index: false, follow: true },
      }
    : {};
}

export default async function CategoryPage(props: Props) {
  const t = await words();
  const { categories, category } = await categoryIn(props);
  if (!categories.ok) {
    return (
      <div className="wide band">
        <h1>{t('away.title')}</h1>
        <MissingContent problem={categories.problem} t={t} />
      </div>
    );
  }
  if (!category) {
    notFound();
  }
  const query = { ...queryOf(await props.searchParams), category: undefined };
  const wanted = { ...query, category: category.name, sort: query.sort ?? 'newest' };
  const [answer, types] = await Promise.all([search(wanted), typesOrNone()]);
  return (
    <div className="wide band">
      <nav className="crumbs" aria-label={t('crumbs')}>
        <To href="/">{t('home')}</To> <span aria-hidden="true">/</span> <To href="/categories">{t('categories.title')}</To>
      </nav>
      <h1>{category.name}</h1>
      <Listing path={categoryPath(category.name)} query={query} fixed="category" answer={answer} vocabulary={vocabularyOf(types, t)} t={t} />
    </div>
  );
}
