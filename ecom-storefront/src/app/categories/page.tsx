import type { Metadata } from 'next';
import { readCategories } from '@/catalogue/read';
import { categoryPath } from '@/catalogue/model';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import { tintOf } from '@/ui/still-life';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('categories.title'), alternates: { canonical: '/categories' } };
}

export default async function CategoriesPage() {
  const [t, answer] = await Promise.all([words(), readCategories()]);
  return (
    <div className="wide band">
      <h1>{t('categories.title')}</h1>
      {answer.ok ? (
        <ul className="aisle-tiles">
          {answer.value.map((it) => (
            <li key={it.slug}>
              <To className={`tint-${tintOf(it.slug)}`} href={categoryPath(it.name)}>
                <span className="name">{it.name}</span>
                <span className="count">{t('categories.count', { count: it.count })}</span>
              </To>
            </li>
          ))}
        </ul>
      ) : (
        <MissingContent problem={answer.problem} t={t} />
      )}
    </div>
  );
}
