import type { Key } from '@/words';

/** What may be meant: a page to go to, or words to look for. */
export type Suggestion = { kind: 'product' | 'category' | 'words'; text: string; href: string };

export const SHORTEST = 2;

/** Each text once, things before words. */
export function distinct(all: Suggestion[], most: number): Suggestion[] {
  const seen = new Set<string>();
  return all.filter((it) => it.text && !seen.has(it.text.toLowerCase()) && seen.add(it.text.toLowerCase())).slice(0, most);
}

export const KIND_KEYS: Record<Suggestion['kind'], Key> = {
  product: 'suggest.product',
  category: 'suggest.category',
  words: 'suggest.words',
};

/** Which one arrows lead to; from the last on to what was typed, which is none. */
export function moved(active: number, step: 1 | -1, count: number): number {
  const next = active + step;
  return next < -1 ? count - 1 : next >= count ? -1 : next;
}
