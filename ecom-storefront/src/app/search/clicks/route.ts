import type { NextRequest } from 'next/server';
import { clickIn, LONGEST_CLICK } from '@/search/click';
import { report } from '@/search/read';

/** For pages that say what somebody chose. Whatever becomes of it: the page has no use for an answer. */
export async function POST(request: NextRequest): Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  const click = length <= LONGEST_CLICK ? clickIn(await request.text()) : null;
  if (click) {
    await report(click);
  }
  return new Response(null, { status: 204 });
}
