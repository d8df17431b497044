import 'server-only';
import { map, type Answer } from '@/api/answer';
import { mine } from '@/session/who';

export type OwnReview = {
  id: string;
  productId: string;
  rating: number;
  title: string;
  comment: string;
  status: 'PENDING' | 'APPROVED' | 'REJECTED';
  writtenAt: string;
};

const SIZE = 20;

export async function readOwnReviews(cursor?: string): Promise<Answer<{ items: OwnReview[]; next?: string }>> {
  const answer = await mine((shop) => shop.GET('/api/reviews/mine', { params: { query: { cursor, size: SIZE } } }));
  return map(answer, (page) => ({
    items: (page.items ?? []).map((it) => ({
      id: it.reviewId ?? '',
      productId: it.productId ?? '',
      rating: it.rating ?? 0,
      title: it.title ?? '',
      comment: it.comment ?? '',
      status: it.status ?? 'PENDING',
      writtenAt: it.writtenAt ?? '',
    })),
    next: page.nextCursor ?? undefined,
  }));
}
