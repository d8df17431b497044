import { expect, test } from 'vitest';
import { builtServer } from './server';

const server = builtServer();

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers, redirect: 'manual' });

test.each(['/', '/search?q=lamp', '/categories', '/categories/garden', '/products/a-mug'])('%s cannot be what it is for, and says so', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await response.text()).toContain('does not answer just now');
});

test.each(['/help', '/legal/privacy', '/sign-in', '/forgot-password', '/account/reset-password', '/cart'])('%s needs nobody', async (path) => {
  expect((await get(path)).status).toBe(200);
});

test('what is not there is not there, whoever is away', async () => {
  expect((await get('/nothing')).status).toBe(404);
});

test('browsers that look for an icon by themselves find it', async () => {
  const response = await get('/favicon.ico');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('image/svg+xml');
});

test('the sitemap is asked for again later', async () => {
  expect((await get('/sitemap.xml')).status).toBe(503);
  expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${server.origin}/sitemap.xml`);
});

test('what Next asks for between pages is answered with what the page says', async () => {
  const response = await fetch(`${server.origin}/categories`, { headers: { rsc: '1' } });
  expect(response.headers.get('content-type')).toContain('text/x-component');
  expect(response.status).toBe(200);
});

test.each([
  ['de-AT', 'de', 'ltr'],
  ['ar', 'ar', 'rtl'],
  ['fr', 'en', 'ltr'],
])('who reads %s is answered in %s', async (accepted, language, direction) => {
  const page = await (await get('/help', { 'accept-language': accepted })).text();
  expect(page).toMatch(new RegExp(`<html[^>]*lang="${language}"[^>]*dir="${direction}"`));
});
