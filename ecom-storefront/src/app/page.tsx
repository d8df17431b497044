import { Cards } from '@/catalogue/card';
import { categoriesOrNone } from '@/catalogue/read';
import { categoryPath } from '@/catalogue/model';
import { search } from '@/search/read';
import { To } from '@/ui/link';
import { MissingContent, ProblemNotice } from '@/ui/notice';
import { StillLife, tintOf } from '@/ui/still-life';
import { words } from '@/words/server';

const NEWEST = 8;
const AISLES = 8;

/** Drawn for the shop and no product; each on a ground of its own. */
const ARRANGEMENT = [
  { name: 'teapot', seed: 'c' },
  { name: 'lamp', seed: 'a' },
  { name: 'plant pot', seed: 'f' },
];

export default async function Home() {
  const [t, categories, newest] = await Promise.all([words(), categoriesOrNone(), search({ sort: 'newest' }, NEWEST)]);
  const shown = newest.ok ? newest.value.items : [];
  return (
    <>
      <section className="hero wide">
        <div>
          <h1>{t('home.title')}</h1>
          <p>{t('home.lead')}</p>
          <p className="actions">
            <To className="button" href="/search?sort=newest">
              {t('home.newest')}
            </To>
            <To className="button quiet" href="/categories">
              {t('header.all-categories')}
            </To>
          </p>
        </div>
        <div className="arrangement" aria-hidden="true">
          {ARRANGEMENT.map((it) => (
            <StillLife key={it.name} {...it} />
          ))}
        </div>
      </section>
      {categories.length > 0 && (
        <section className="wide band">
          <h2>{t('home.categories')}</h2>
          <ul className="aisle-tiles">
            {categories.slice(0, AISLES).map((it) => (
              <li key={it.slug}>
                <To className={`tint-${tintOf(it.slug)}`} href={categoryPath(it.name)}>
                  <span className="name">{it.name}</span>
                  <span className="count">{t('categories.count', { count: it.count })}</span>
                </To>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="wide band">
        <div className="heading">
          <h2>{t('home.newest')}</h2>
          <To href="/search?sort=newest">{t('home.all')}</To>
        </div>
        {newest.ok ? (
          <Cards products={shown} t={t} areBelow />
        ) : categories.length > 0 ? (
          <ProblemNotice problem={newest.problem} t={t} />
        ) : (
          <MissingContent problem={newest.problem} t={t} />
        )}
      </section>
    </>
  );
}
