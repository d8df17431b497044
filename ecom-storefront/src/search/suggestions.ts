import type { Key } from '@/words';

/** What may be meant: a page to go to, or words to look for; `query` is what others looked for. */
export type Suggestion = { kind: 'product' | 'category' | 'brand' | 'query' | 'words'; text: string; href: string; price?: string; image?: string };

export const SHORTEST = 2;

/** Each text once, things before words. */
export function distinct(all: Suggestion[], most: number): Suggestion[] {
  const seen = new Set<string>();
  return all.filter((it) => it.text && !seen.has(it.text.toLowerCase()) && seen.add(it.text.toLowerCase())).slice(0, most);
}

export const KIND_KEYS: Record<Suggestion['kind'], Key> = {
  product: 'suggest.product',
  category: 'suggest.category',
  brand: 'suggest.brand',
  query: 'suggest.query',
  words: 'suggest.words',
};

/** Which one arrows lead to; from the last on to what was typed, which is none. */
export function moved(active: number, step: 1 | -1, count: number): number {
  const next = active + step;
  return next < -1 ? count - 1 : next >= count ? -1 : next;
}
