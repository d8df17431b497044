import 'server-only';
import { ask, map, type Answer } from '@/api/answer';
import { moneyOf } from '@/api/money';
import { listedOf } from '@/catalogue/read';
import { categoryPath, productPath, type Listed } from '@/catalogue/model';
import { isLookingAhead, shopForAnybody } from '@/session/who';
import { mayBeShown } from '@/ui/picture';
import { formatMoney } from '@/words/money';
import { words } from '@/words/server';
import type { Click } from './click';
import { addressOf, minutesOld, redirectOf, type Query } from './model';
import { distinct, type Suggestion } from './suggestions';

export type Facet = { value: string; count: number };

/**
 * @param minutesOld since when nothing can be searched, if this is an answer from before
 * @param corrected what these are for, if no product has what was typed
 * @param hasSomeWords whether no product has enough of the words
 * @param redirect where to go instead
 */
export type Results = {
  items: Listed[];
  total: number;
  next?: string;
  brands: Facet[];
  categories: Facet[];
  attributes: { name: string; values: Facet[] }[];
  minutesOld?: number;
  corrected?: string;
  hasSomeWords: boolean;
  redirect?: string;
};

export async function search(query: Query, size = 24): Promise<Answer<Results>> {
  const shop = await shopForAnybody();
  const { category, brand, ...rest } = query;
  const chosen = { ...rest, ...(category && { category: [category] }), ...(brand && { brand: [brand] }), size };
  // What nobody asked for yet is not to count as asked.
  const headers = (await isLookingAhead()) ? { Purpose: 'prefetch' } : {};
  const answer = await ask(shop.GET('/api/search/products', { params: { query: chosen }, headers }));
  return map(answer, (it) => ({
    items: (it.items ?? []).map(listedOf),
    total: it.total ?? 0,
    next: it.nextCursor ?? undefined,
    brands: facetsOf(it.facets?.brand),
    categories: facetsOf(it.facets?.category),
    attributes: (it.facets?.attributes ?? []).map(({ name, values }) => ({ name, values: facetsOf(values) })),
    minutesOld: minutesOld(it.asOf),
    corrected: it.correctedQuery ?? undefined,
    hasSomeWords: it.someWords ?? false,
    redirect: query.q ? redirectOf(it.redirect) : undefined,
  }));
}

function facetsOf(all: { value?: string; count?: number }[] | undefined): Facet[] {
  return (all ?? []).map((it) => ({ value: it.value ?? '', count: it.count ?? 0 }));
}

/** For the counts of staff, who look for nobody in them. */
export async function report(click: Click): Promise<void> {
  await ask((await shopForAnybody()).POST('/api/search/clicks', { body: click }));
}

const SUGGESTIONS = 6;

export async function suggest(q: string): Promise<Answer<Suggestion[]>> {
  const [shop, { language }] = await Promise.all([shopForAnybody(), words()]);
  const answer = await ask(shop.GET('/api/search/suggestions', { params: { query: { q, size: SUGGESTIONS } } }));
  return map(answer, (it) => {
    const products = (it.products ?? []).map((product) => {
      const price = moneyOf(product.price);
      return {
        kind: 'product' as const,
        text: product.name ?? '',
        href: productPath({ slug: product.slug ?? '' }),
        price: price ? formatMoney(price, language) : undefined,
        image: product.imageUrl && mayBeShown(product.imageUrl) ? product.imageUrl : undefined,
      };
    });
    const categories = (it.categories ?? []).map((name) => ({ kind: 'category' as const, text: name, href: categoryPath(name) }));
    const brands = (it.brands ?? []).map((name) => ({ kind: 'brand' as const, text: name, href: addressOf('/search', { brand: name }) }));
    const queries = (it.queries ?? []).map((text) => ({ kind: 'query' as const, text, href: addressOf('/search', { q: text }) }));
    const names = (it.suggestions ?? []).map((text) => ({ kind: 'words' as const, text, href: addressOf('/search', { q: text }) }));
    return distinct([...categories.slice(0, 2), ...brands.slice(0, 1), ...queries.slice(0, 2), ...products, ...names], SUGGESTIONS + 3);
  });
}
