import 'server-only';
import { ask, map, type Answer } from '@/api/answer';
import { listedOf } from '@/catalogue/read';
import type { Listed } from '@/catalogue/model';
import { shopForAnybody } from '@/session/who';
import type { Query } from './model';

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
