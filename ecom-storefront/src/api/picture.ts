import 'server-only';
import { settings } from '@/settings';

const TIMEOUT = 6_000;
const IMAGE_ID = /^[0-9a-f]{64}$/;
const FILE = /^(320|640|960|1440)\.jpg$/;

/** What is at such an address is always the same. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** As it comes from the gateway, and none of it kept here. What fails is not kept by anybody. */
export async function pictureOf(imageId: string, file: string, known: string | null, address: string | null): Promise<Response> {
  if (!IMAGE_ID.test(imageId) || !FILE.test(file)) {
    return none(404);
  }
  const tag = `"${imageId}-${file}"`;
  if (known === tag) {
    return new Response(null, { status: 304, headers: { ETag: tag, 'Cache-Control': FOR_EVER } });
  }
  try {
    const answer = await fetch(`${settings.gateway()}/api/images/${imageId}/${file}`, {
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
      headers: {
        Accept: 'image/jpeg',
        'X-Correlation-Id': crypto.randomUUID(),
        ...(address ? { 'X-Forwarded-For': address } : {}),
      },
    });
    if (!answer.ok || answer.headers.get('content-type') !== 'image/jpeg') {
      await answer.body?.cancel();
      return none(answer.status === 404 ? 404 : 503);
    }
    return new Response(answer.body, { headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': FOR_EVER, ETag: tag } });
  } catch {
    return none(503);
  }
}

function none(status: number): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });
}
