import { headers } from 'next/headers';
import { offlinePage } from '@/offline/page';
import { words } from '@/words/server';

/** What browsers keep for when there is no network, under the policy that it came with. */
export async function GET(): Promise<Response> {
  const [t, sent] = await Promise.all([words(), headers()]);
  const [, nonce = ''] = sent.get('content-security-policy')?.match(/'nonce-([^']+)'/) ?? [];
  return new Response(offlinePage(t, nonce), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
