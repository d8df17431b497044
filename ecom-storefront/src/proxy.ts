import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './csp';
import { cookieName, cookieOptions, LIVES } from './session/names';
import { renewals, type Standing } from './session/renew';
import { settings } from './settings';

export const config = {
  // Everything but files, which are the same for everybody.
  matcher: ['/((?!_next/static/|_next/image$|icon\\.svg$|manifest\\.webmanifest$|robots\\.txt$|sw\\.js$|opengraph-image\\.png$|sitemap\\.xml$|sitemaps/\\d+$|api/images/[0-9a-f]+/\\d+\\.jpg$|health$).*)'],
};

/** Before every page and action: says what may run, keeps the session alive, and lets no other site act for a shopper. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!isOurs(request)) {
    return new NextResponse('This request did not come from a page of this shop.', { status: 403 });
  }
  const standing = await renewals.standingOf(
    request.cookies.get(cookieName('access'))?.value,
    request.cookies.get(cookieName('refresh'))?.value,
    request.headers.get('x-forwarded-for'),
  );
  const attempt = newAttempt(request);
  const policy = contentSecurityPolicy(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'));

  const response = NextResponse.next({ request: { headers: onwards(request, standing, attempt, policy) } });
  response.headers.set('Content-Security-Policy', policy);
  // What one shopper sees is nobody else's to keep, whoever stands between.
  response.headers.set('Cache-Control', 'private, no-store');
  if (settings.isSecure()) {
    response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  }
  remember(request, response, standing, attempt);
  return response;
}

/** Browsers say where a request that changes something comes from, and pages cannot make them lie. */
function isOurs(request: NextRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return true;
  }
  const site = request.headers.get('sec-fetch-site');
  return site ? site === 'same-origin' : request.headers.get('origin') === settings.origin();
}

/** A visit to the checkout is one attempt to buy, over clicks, tabs and reloads. */
function newAttempt(request: NextRequest): string | undefined {
  const isVisit = request.method === 'GET' && request.nextUrl.pathname === '/checkout';
  return isVisit && !request.cookies.has(cookieName('attempt')) ? crypto.randomUUID() : undefined;
}

/** What pages and actions see: cookies as they will be, and nothing that a browser made up about itself. */
function onwards(request: NextRequest, standing: Standing, attempt: string | undefined, policy: string): Headers {
  const cookies = new Map(request.cookies.getAll().map((it) => [it.name, it.value]));
  if (standing.kind === 'renewed') {
    cookies.set(cookieName('access'), standing.tokens.access);
  }
  if (standing.kind === 'ended') {
    cookies.delete(cookieName('access'));
    cookies.delete(cookieName('refresh'));
  }
  if (attempt) {
    cookies.set(cookieName('attempt'), attempt);
  }
  const headers = new Headers(request.headers);
  // They were decoded when they were read: as they are, one could hold another, or what no header may hold.
  headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '));
  headers.set('content-security-policy', policy);
  headers.set('x-ecom-session', standing.kind);
  return headers;
}

function remember(
  request: NextRequest,
  response: NextResponse,
  standing: Standing,
  attempt: string | undefined,
): void {
  if (standing.kind === 'renewed') {
    response.cookies.set(cookieName('access'), standing.tokens.access, cookieOptions(LIVES.access));
    if (standing.tokens.refresh) {
      response.cookies.set(cookieName('refresh'), standing.tokens.refresh, cookieOptions(LIVES.refresh));
    }
  }
  // An action may be about to sign somebody in.
  if (standing.kind === 'ended' && request.method === 'GET') {
    response.cookies.set(cookieName('access'), '', cookieOptions(0));
    response.cookies.set(cookieName('refresh'), '', cookieOptions(0));
  }
  if (attempt) {
    response.cookies.set(cookieName('attempt'), attempt, cookieOptions(LIVES.attempt));
  }
  // Whoever sees what becomes of an order has had its answer; the next purchase is another attempt.
  if (request.method === 'GET' && request.nextUrl.pathname.startsWith('/checkout/confirming/')) {
    response.cookies.set(cookieName('attempt'), '', cookieOptions(0));
  }
}
