import type { NextRequest } from 'next/server';
import { suggest } from '@/search/read';
import { SHORTEST } from '@/search/suggestions';

/** For the box in the header while somebody types; whoever gets none still finds by Enter. */
export async function GET(request: NextRequest): Promise<Response> {
  const q = (request.nextUrl.searchParams.get('q') ?? '').trim().slice(0, 100);
  const answer = q.length >= SHORTEST ? await suggest(q) : null;
  return Response.json(answer?.ok ? answer.value : []);
}
