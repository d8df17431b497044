import { Cards } from '@/catalogue/card';
import { categoriesOrNone } from '@/catalogue/read';
import { categoryPath, type Listed } from '@/catalogue/model';
import { search } from '@/search/read';
import { To } from '@/ui/link';
import { MissingContent, ProblemNotice } from '@/ui/notice';
import { StillLife } from '@/ui/still-life';
import { words } from '@/words/server';

const NEWEST = 8;
const AISLES = 8;

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
          {oneOfEach(shown).slice(0, 3).map((it) => (
            <StillLife key={it.id} name={it.name} seed={it.id} />
          ))}
        </div>
      </section>
      {categories.length > 0 && (
        <section className="wide band">
          <h2>{t('home.categories')}</h2>
          <ul className="aisle-tiles">
            {categories.slice(0, AISLES).map((it) => (
              <li key={it.slug}>
                <To href={categoryPath(it.name)}>
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
          <Cards products={shown} t={t} />
        ) : categories.length > 0 ? (
          <ProblemNotice problem={newest.problem} t={t} />
        ) : (
          <MissingContent problem={newest.problem} t={t} />
        )}
      </section>
    </>
  );
}

/** Of each category the newest, so that the shop shows how wide it is. */
function oneOfEach(products: Listed[]): Listed[] {
  const seen = new Set<string | undefined>();
  const first = products.filter((it) => !seen.has(it.category) && seen.add(it.category));
  return [...first, ...products.filter((it) => !first.includes(it))];
}
