import { Cards } from '@/catalogue/card';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import type { Answer } from '@/api/answer';
import type { Key, Translate } from '@/words';
import { Clicks } from './clicks';
import type { Vocabulary } from '@/catalogue/vocabulary';
import { addressOf, isTick, narrowings, SORTS, TICKS, toggled, type Query } from './model';
import type { Facet, Results } from './read';

type Props = {
  path: string;
  /** What the address says. */
  query: Query;
  /** What the page itself narrows, and no link takes away. */
  fixed?: 'category';
  answer: Answer<Results>;
  vocabulary: Vocabulary;
  t: Translate;
};

const SHOWN = 12;

/** Products with what narrows and sorts them, all of it links: for searches and for categories. */
export function Listing({ path, query, fixed, answer, vocabulary, t }: Props) {
  if (!answer.ok) {
    return (
      <div className="stack">
        <MissingContent problem={answer.problem} t={t} />
        <p>
          <To className="button quiet" href="/categories">
            {t('search.browse')}
          </To>
        </p>
      </div>
    );
  }
  const { items, total, next, brands, categories, attributes, minutesOld, corrected, hasSomeWords } = answer.value;
  const chips = chipsOf(path, query, vocabulary, t, fixed);
  return (
    <div className="listing">
      <details className="narrow">
        <summary>{t('search.narrow')}</summary>
        <Narrowing {...{ path, query, fixed, brands, categories, attributes, vocabulary, t }} />
      </details>
      <aside className="narrow" aria-label={t('search.narrow')}>
        <Narrowing {...{ path, query, fixed, brands, categories, attributes, vocabulary, t }} />
      </aside>
      <section aria-labelledby="results">
        <h2 className="unseen" id="results">
          {t('search.results')}
        </h2>
        {minutesOld !== undefined && (
          <p className="notice" role="status">
            {t('search.as-of', { count: minutesOld })}
          </p>
        )}
        {(corrected || hasSomeWords) && (
          <p className="notice" role="status">
            {corrected ? t('search.corrected', { q: corrected }) : t('search.some-words')}
          </p>
        )}
        <div className="sorting">
          <p role="status">{t('search.count', { count: total })}</p>
          <nav aria-label={t('search.sort')}>
            <ul>
              {SORTS.filter((it) => it !== 'relevance' || query.q).map((it) => (
                <li key={it}>
                  <To href={addressOf(path, query, { sort: it })} aria-current={isSorted(query, it) ? 'true' : undefined}>
                    {t(`sort.${it}` as Key)}
                  </To>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        {chips.length > 0 && (
          <ul className="chips">
            {chips.map((it) => (
              <li key={it.without}>
                <To href={it.without}>
                  {it.text}
                  <span className="unseen"> {t('search.remove')}</span>
                  <span aria-hidden="true"> ×</span>
                </To>
              </li>
            ))}
          </ul>
        )}
        {items.length === 0 ? <Nothing query={query} path={path} t={t} /> : <Found query={query} products={items} t={t} />}
        {(next || query.cursor) && (
          <nav className="pages" aria-label={t('search.pages')}>
            {query.cursor && (
              <To className="button quiet" href={addressOf(path, query)}>
                {t('search.first')}
              </To>
            )}
            {next && (
              <To className="button quiet" href={addressOf(path, query, { cursor: next })} rel="next">
                {t('search.next')}
              </To>
            )}
          </nav>
        )}
      </section>
    </div>
  );
}

/** Of the first page of a search by words it is said what is chosen: of others the position is not known, or says nothing. */
function Found({ query, products, t }: Pick<Props, 'query' | 't'> & { products: Results['items'] }) {
  const cards = <Cards products={products} t={t} />;
  return query.q && !query.cursor ? <Clicks query={query.q}>{cards}</Clicks> : cards;
}

/** What is chosen, with the address of the same without it. */
function chipsOf(path: string, query: Query, vocabulary: Vocabulary, t: Translate, fixed?: 'category') {
  return narrowings(query).flatMap((it) => {
    if (it === fixed) {
      return [];
    }
    return it === 'attribute'
      ? (query.attribute ?? []).map((chosen) => ({
          text: called(chosen, vocabulary),
          without: addressOf(path, query, { attribute: toggled(query.attribute, chosen) }),
        }))
      : [{ text: isTick(it) ? t(`search.${it}` as Key) : query[it], without: addressOf(path, query, { [it]: undefined }) }];
  });
}

function called(chosen: string, { nameOf, valueOf }: Vocabulary): string {
  const colon = chosen.indexOf(':');
  const name = chosen.slice(0, colon);
  return `${nameOf(name)}: ${valueOf(name, chosen.slice(colon + 1))}`;
}

type NarrowingProps = Pick<Props, 'path' | 'query' | 'fixed' | 'vocabulary' | 't'> & Pick<Results, 'brands' | 'categories' | 'attributes'>;

function Narrowing({ path, query, fixed, brands, categories, attributes, vocabulary, t }: NarrowingProps) {
  const valueIn = (name: 'brand' | 'category', { value, count }: Facet): Choice => {
    const isChosen = query[name] === value;
    return { text: value, count, isChosen, change: { [name]: isChosen ? undefined : value } };
  };
  const attributeIn = (name: string) => ({ value, count }: Facet): Choice => {
    const chosen = `${name}:${value}`;
    return {
      text: vocabulary.valueOf(name, value),
      count,
      isChosen: query.attribute?.includes(chosen) ?? false,
      change: { attribute: toggled(query.attribute, chosen) },
    };
  };
  return (
    <>
      {TICKS.map((it) => (
        <p key={it}>
          <To className="tick" href={addressOf(path, query, { [it]: query[it] ? undefined : true })} aria-current={query[it] ? 'true' : undefined}>
            {t(`search.${it}` as Key)}
          </To>
        </p>
      ))}
      {fixed !== 'category' && (
        <FacetList title={t('facet.category')} facets={categories.map((it) => valueIn('category', it))} {...{ path, query, t }} />
      )}
      <FacetList title={t('facet.brand')} facets={brands.map((it) => valueIn('brand', it))} {...{ path, query, t }} />
      {attributes.map(({ name, values }) => (
        <FacetList key={name} title={vocabulary.nameOf(name)} facets={values.map(attributeIn(name))} {...{ path, query, t }} />
      ))}
    </>
  );
}

type Choice = { text: string; count: number; isChosen: boolean; change: Partial<Query> };

type FacetProps = Pick<Props, 'path' | 'query' | 't'> & { title: string; facets: Choice[] };

function FacetList({ title, facets, path, query, t }: FacetProps) {
  if (facets.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {facets.slice(0, SHOWN).map((it) => (
          <li key={it.text}>
            <To className="tick" href={addressOf(path, query, it.change)} aria-current={it.isChosen ? 'true' : undefined}>
              <span className="name">{it.text}</span> <span className="count">{new Intl.NumberFormat(t.language).format(it.count)}</span>
            </To>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nothing({ query, path, t }: Pick<Props, 'query' | 'path' | 't'>) {
  return (
    <div className="empty">
      <h2>{query.q ? t('search.nothing-for', { q: query.q }) : t('search.nothing')}</h2>
      <p>{t('search.nothing-help')}</p>
      <p className="actions">
        {narrowings(query).length > 0 && (
          <To className="button quiet" href={addressOf(path, { q: query.q })}>
            {t('search.widen')}
          </To>
        )}
        <To className="button" href="/categories">
          {t('search.browse')}
        </To>
      </p>
    </div>
  );
}

function isSorted(query: Query, sort: string): boolean {
  return (query.sort ?? (query.q ? 'relevance' : 'newest')) === sort;
}
