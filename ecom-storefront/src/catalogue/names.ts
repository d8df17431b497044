import 'server-only';
import { ask, isMissing, map, type Answer } from '@/api/answer';
import { freshness, LIFETIMES } from '@/freshness';
import { shopForAnybody } from '@/session/who';
import type { Listed } from './model';

/** @param isWhole whether what is missing is not sold any more, and not only unknown just now */
export type Names = Map<string, Listed> & { isWhole: boolean };

/** What lists of ids are shown as, without prices. */
export async function readListed(ids: string[]): Promise<Names> {
  const shop = await shopForAnybody();
  const load = async (productId: string): Promise<Answer<Listed>> =>
    map(await ask(shop.GET('/api/products/{productId}', { params: { path: { productId } } })), (it) => ({
      id: productId,
      slug: it.slug ?? '',
      name: it.name ?? '',
      brand: it.brand,
      category: it.category,
      // Prices are of this minute or not at all.
      price: null,
      image: it.imageUrls?.[0],
    }));
  const all = await Promise.all(
    [...new Set(ids)].map(async (id) => [id, await freshness.read(`listed:${id}`, LIFETIMES.listed, () => load(id), (it) => it.ok)] as const),
  );
  const known = new Map(all.flatMap(([id, answer]) => (answer.ok ? [[id, answer.value] as const] : [])));
  return Object.assign(known, { isWhole: all.every(([, answer]) => answer.ok || isMissing(answer)) });
}
