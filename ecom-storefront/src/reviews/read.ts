import 'server-only';
import { ask, map, type Answer } from '@/api/answer';
import { freshness, LIFETIMES } from '@/freshness';
import { shopForAnybody } from '@/session/who';

export type Review = { id: string; rating: number; title: string; comment: string; isVerified: boolean; writtenAt: string };
export type Reviews = { average: number; count: number; bars: { rating: number; count: number }[]; items: Review[] };

const FIRST_PAGE = 5;

export async function readReviews(productId: string): Promise<Answer<Reviews>> {
  const shop = await shopForAnybody();
  const load = async (): Promise<Answer<Reviews>> => {
    const [summary, page] = await Promise.all([
      ask(shop.GET('/api/reviews/summary', { params: { query: { productId } } })),
      ask(shop.GET('/api/reviews', { params: { query: { productId, size: FIRST_PAGE } } })),
    ]);
    if (!page.ok) {
      return page;
    }
    return map(summary, (it) => ({
      average: it.average ?? 0,
      count: it.count ?? 0,
      bars: (it.histogram ?? []).map((bar) => ({ rating: bar.rating ?? 0, count: bar.count ?? 0 })),
      items: (page.value.items ?? []).map((review) => ({
        id: review.reviewId ?? '',
        rating: review.rating ?? 0,
        title: review.title ?? '',
        comment: review.comment ?? '',
        isVerified: review.verifiedPurchase === true,
        writtenAt: review.writtenAt ?? '',
      })),
    }));
  };
  return freshness.read(`reviews:${productId}`, LIFETIMES.reviews, load, (it) => it.ok);
}
