import { NextRequest } from 'next/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { config, proxy } from './proxy';

const ORIGIN = 'http://shop.example';
const PASSED_ON = 'x-middleware-request-';

beforeEach(() => {
  vi.stubEnv('ECOM_STOREFRONT_ORIGIN', ORIGIN);
  // Nobody listens there.
  vi.stubEnv('ECOM_GATEWAY_URL', 'http://127.0.0.1:9');
});

function request(path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  return new NextRequest(`${ORIGIN}${path}`, init);
}

function expired(): string {
  return `h.${Buffer.from(JSON.stringify({ sub: 'somebody', exp: 1 })).toString('base64url')}.s`;
}

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{ origin: ORIGIN }, 200],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'none' }, 403],
  [{ 'sec-fetch-site': 'cross-site', origin: ORIGIN }, 403],
  [{ origin: 'http://elsewhere.example', host: 'elsewhere.example' }, 403],
  [{}, 403],
] as [Record<string, string>, number][])('a change that comes with %o is answered with %i', async (headers, status) => {
  expect((await proxy(request('/cart', { method: 'POST', headers }))).status).toBe(status);
});

test('every document has a policy of its own, which pages learn from us and not from the browser', async () => {
  const headers = { 'content-security-policy': "script-src 'unsafe-inline'", 'x-ecom-session': 'renewed' };
  const [one, other] = [await proxy(request('/', { headers })), await proxy(request('/'))];
  expect(one.headers.get('content-security-policy')).toContain("'nonce-");
  expect(one.headers.get('content-security-policy')).not.toBe(other.headers.get('content-security-policy'));
  expect(one.headers.get(`${PASSED_ON}content-security-policy`)).toBe(one.headers.get('content-security-policy'));
  expect(one.headers.get(`${PASSED_ON}x-ecom-session`)).toBe('unchanged');
  expect(one.headers.get('cache-control')).toBe('private, no-store');
});

test('a visit to the checkout has one name, however often it is looked at', async () => {
  const first = await proxy(request('/checkout'));
  const attempt = first.cookies.get('attempt')?.value;
  expect(attempt).toMatch(/^[0-9a-f-]{36}$/);
  const again = await proxy(request('/checkout', { headers: { cookie: `attempt=${attempt}` } }));
  expect(again.cookies.get('attempt')).toBeUndefined();
  expect(first.headers.get(`${PASSED_ON}cookie`)).toContain(`attempt=${attempt}`);
});

test('what a cookie holds becomes neither another cookie nor an error', async () => {
  const cookie = 'x=%E2%82%AC%0A; y=%3B%20access%3Dstolen';
  const response = await proxy(request('/', { headers: { cookie } }));
  expect(response.headers.get(`${PASSED_ON}cookie`)).toBe(cookie);
});

test('whoever has seen what became of an order begins another attempt', async () => {
  const response = await proxy(request('/checkout/confirming/0', { headers: { cookie: 'attempt=some' } }));
  expect(response.cookies.get('attempt')?.value).toBe('');
});

test.each(['/', '/cart', '/healthx', '/robots.txt/x', '/goods/x', '/icon.svg.x', '/sw.js/x', '/offline', '/api/images/x', '/api/images/ab/640.jpg/x'])('%s is looked at', (path) => expect(isMatched(path)).toBe(true));

test.each(['/health', '/robots.txt', '/icon.svg', '/sw.js', '/opengraph-image.png', '/manifest.webmanifest', '/sitemap.xml', '/sitemaps/1', '/_next/static/chunk.js', '/_next/image', '/api/images/ab/640.jpg'])(
  '%s is a file for everybody',
  (path) => expect(isMatched(path)).toBe(false),
);

function isMatched(path: string): boolean {
  return config.matcher.some((it) => new RegExp(`^${it}$`).test(path));
}

test('while auth-service is away nobody loses a cookie, and pages know why there is no session', async () => {
  const response = await proxy(request('/', { headers: { cookie: `access=${expired()}; refresh=some` } }));
  expect(response.headers.get(`${PASSED_ON}x-ecom-session`)).toBe('unknown');
  expect(response.cookies.getAll()).toEqual([]);
});

test('a guest whose week is over is a visitor', async () => {
  const response = await proxy(request('/', { headers: { cookie: `access=${expired()}; language=de` } }));
  expect(response.cookies.get('access')?.value).toBe('');
  expect(response.headers.get(`${PASSED_ON}cookie`)).toBe('language=de');
});
