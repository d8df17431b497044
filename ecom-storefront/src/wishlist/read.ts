import 'server-only';
import { map, type Answer } from '@/api/answer';
import { mine } from '@/session/who';

/** Ids of products, as they were put there. */
export async function readWishlist(): Promise<Answer<string[]>> {
  const answer = await mine((shop) => shop.GET('/api/users/me/wishlist'));
  return map(answer, (list) => (list.items ?? []).map((it) => it.productId ?? ''));
}
