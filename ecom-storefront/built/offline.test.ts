import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { builtServer } from './server';

const server = builtServer();

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });

test('the worker is of this release, asks nobody else, and is looked for again each time', async () => {
  const response = await get('/sw.js');
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'");
  expect(response.headers.get('cache-control')).toContain('max-age=0');
  const release = (await readFile('.next/BUILD_ID', 'utf8')).trim();
  expect(await response.text()).toContain(`const VERSION = '${release}'`);
});

test.each([
  ['en', 'You are offline'],
  ['de', 'Sie sind offline'],
  ['ar', 'أنت غير متصل بالإنترنت'],
])('the page that is kept needs nothing else, and nobody, in %s', async (language, title) => {
  const response = await get('/offline', { 'accept-language': language });
  expect(response.status).toBe(200);
  const page = await response.text();
  expect(page).toContain(`<h1>${title}</h1>`);
  expect(page).toContain(`lang="${language}"`);
  expect(page).not.toMatch(/<script|src=|url\(|https?:/);
  const [, nonce] = page.match(/<style nonce="([^"]+)">/) ?? [];
  expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
});
