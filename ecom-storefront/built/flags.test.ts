import { expect, test, vi } from 'vitest';
import { ScriptedGateway } from './gateway';
import { builtServer } from './server';

const gateway = new ScriptedGateway();
const server = builtServer(() => gateway.address);

const help = async (headers: Record<string, string> = {}) => (await fetch(`${server.origin}/help`, { headers })).text();

test('a beta says so on every page, in every language, until it is put away', async () => {
  gateway.answer('GET /internal/frontend-flags', { body: { betaBannerEnabled: true, adminConsoleEnabled: false } });
  const banner = '<aside class="beta" aria-label="This is a beta of our shop">';
  const page = await vi.waitFor(async () => {
    const it = await help();
    expect(it).toContain(banner);
    return it;
  });
  expect(await help({ 'accept-language': 'de' })).toContain('aria-label="Dies ist eine Beta unseres Ladens"');
  expect(gateway.asked.filter((it) => it.path === '/internal/frontend-flags')).toHaveLength(1);

  const [, action = ''] = page.slice(page.indexOf(banner)).match(/name="(\$ACTION_ID_\w+)"/) ?? [];
  const form = new FormData();
  form.set(action, '');
  const hidden = await fetch(`${server.origin}/help`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin', Origin: server.origin, Referer: `${server.origin}/help` },
  });
  expect(hidden.status).toBe(303);
  expect(hidden.headers.get('location')).toBe('/help');
  const [cookie = ''] = hidden.headers.getSetCookie();
  expect(cookie).toMatch(/^beta=hidden;.*HttpOnly/);
  expect(await help({ cookie: cookie.split(';')[0] ?? '' })).not.toContain(banner);
});
