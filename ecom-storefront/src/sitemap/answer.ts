import type { Answer } from '@/api/answer';

/** A part of the sitemap, or that it cannot be had now. */
export function xml(answer: Answer<string | null>): Response {
  if (!answer.ok) {
    return new Response(null, { status: 503, headers: { 'Retry-After': String(answer.problem.retryAfter ?? 60) } });
  }
  return answer.value === null
    ? new Response(null, { status: 404 })
    : new Response(answer.value, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
