import 'server-only';
import { ask, map, type Answer } from '@/api/answer';
import { listedOf } from '@/catalogue/read';
import { categoryPath, productPath, type Listed } from '@/catalogue/model';
import { shopForAnybody } from '@/session/who';
import { addressOf, type Query } from './model';
import { distinct, type Suggestion } from './suggestions';

export type Facet = { value: string; count: number };
export type Results = { items: Listed[]; total: number; next?: string; brands: Facet[]; categories: Facet[] };

export async function search(query: Query, size = 24): Promise<Answer<Results>> {
  const shop = await shopForAnybody();
  const { category, brand, ...rest } = query;
  const chosen = { ...rest, ...(category && { category: [category] }), ...(brand && { brand: [brand] }), size };
  const answer = await ask(shop.GET('/api/search/products', { params: { query: chosen } }));
  return map(answer, (it) => ({
    items: (it.items ?? []).map(listedOf),
    total: it.total ?? 0,
    next: it.nextCursor ?? undefined,
    brands: facetsOf(it.facets?.brand),
    categories: facetsOf(it.facets?.category),
  }));
}

function facetsOf(all: { value?: string; count?: number }[] | undefined): Facet[] {
  return (all ?? []).map((it) => ({ value: it.value ?? '', count: it.count ?? 0 }));
}

const SUGGESTIONS = 6;

export async function suggest(q: string): Promise<Answer<Suggestion[]>> {
  const shop = await shopForAnybody();
  const answer = await ask(shop.GET('/api/search/suggestions', { params: { query: { q, size: SUGGESTIONS } } }));
  return map(answer, (it) => {
    const products = (it.products ?? []).map((product) => ({
      kind: 'product' as const,
      text: product.name ?? '',
      href: productPath({ slug: product.slug ?? '' }),
    }));
    const categories = (it.categories ?? []).map((name) => ({ kind: 'category' as const, text: name, href: categoryPath(name) }));
    const names = (it.suggestions ?? []).map((text) => ({ kind: 'words' as const, text, href: addressOf('/search', { q: text }) }));
    return distinct([...categories.slice(0, 2), ...products, ...names], SUGGESTIONS + 2);
  });
}
