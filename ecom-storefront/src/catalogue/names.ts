import 'server-only';
import { ask, map, type Answer } from '@/api/answer';
import { freshness, LIFETIMES } from '@/freshness';
import { shopForAnybody } from '@/session/who';
import type { Listed } from './model';

/** What lists of ids are shown as, without prices. What is not sold any more is missing. */
export async function readListed(ids: string[]): Promise<Map<string, Listed>> {
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
  return new Map(all.flatMap(([id, answer]) => (answer.ok ? [[id, answer.value] as const] : [])));
}
