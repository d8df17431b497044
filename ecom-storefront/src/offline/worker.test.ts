import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, test, vi } from 'vitest';

type Fetch = { request: { method: string; mode: string; url: string }; respondWith: (answer: Promise<Response>) => void };
type Event = Fetch & { waitUntil: (done: Promise<void>) => void };

const source = readFileSync(new URL('worker.js', import.meta.url), 'utf8');

/** The stores of a browser, by name, with what they hold. */
const stores = new Map<string, Map<string, Response>>();
const network = vi.fn<(request: unknown) => Promise<Response>>();

const caches = {
  open: async (name: string) => {
    const held = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, held);
    return {
      add: async (request: Request) => held.set(new URL(request.url).pathname, await network(request)),
      match: async (path: string) => held.get(path),
    };
  },
  keys: async () => [...stores.keys()],
  delete: async (name: string) => stores.delete(name),
};

/** A browser's own needs no whole address. */
class ShopRequest extends Request {
  constructor(path: string, init?: RequestInit) {
    super(`http://shop.example${path}`, init);
  }
}

const nothing: Event = { request: { method: '', mode: '', url: '' }, respondWith: () => {}, waitUntil: () => {} };

function worker(release: string, search = '?en') {
  const listeners = new Map<string, (event: Event) => void>();
  const self = {
    location: { search },
    addEventListener: (kind: string, listener: (event: Event) => void) => listeners.set(kind, listener),
    skipWaiting: vi.fn(async () => {}),
    clients: { claim: vi.fn(async () => {}) },
  };
  runInNewContext(source.replace('RELEASE', release), { self, caches, fetch: network, Request: ShopRequest, Response });
  const hear = async (kind: string) => {
    let done = Promise.resolve();
    listeners.get(kind)?.({ ...nothing, waitUntil: (it) => (done = it) });
    await done;
  };
  const ask = async (request: Fetch['request']) => {
    let answer: Promise<Response> | undefined;
    listeners.get('fetch')?.({ ...nothing, request, respondWith: (it) => (answer = it) });
    return answer && (await answer).text();
  };
  return { self, install: () => hear('install'), activate: () => hear('activate'), ask };
}

const navigation = (path: string, method = 'GET') => ({ method, mode: 'navigate', url: `http://shop.example${path}` });

beforeEach(() => {
  stores.clear();
  network.mockReset().mockImplementation(async () => new Response('You are offline'));
});

test.each(['/', '/cart', '/checkout', '/account/orders', '/products/a-mug'])('whoever goes to %s without a network is told so', async (path) => {
  const it = worker('1');
  await it.install();
  network.mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await it.ask(navigation(path))).toBe('You are offline');
});

test.each(['/', '/cart', '/checkout', '/account/orders', '/search?q=mug'])('with a network %s comes from there and is not kept', async (path) => {
  const it = worker('1');
  await it.install();
  network.mockResolvedValue(new Response('the page'));
  expect(await it.ask(navigation(path))).toBe('the page');
  expect([...stores.values()].flatMap((held) => [...held.keys()])).toEqual(['/offline']);
});

test.each([
  [{ method: 'GET', mode: 'cors', url: 'http://shop.example/search/suggestions?q=mug' }],
  [{ method: 'GET', mode: 'same-origin', url: 'http://shop.example/api/images/1/320.jpg' }],
  [{ method: 'GET', mode: 'no-cors', url: 'http://shop.example/_next/static/x.js' }],
  [navigation('/checkout', 'POST')],
])('what is no visit to a page is left to the browser: %o', async (request) => {
  const it = worker('1');
  await it.install();
  network.mockClear();
  expect(await it.ask(request)).toBeUndefined();
  expect(network).not.toHaveBeenCalled();
});

test('a new release, or another language, takes the place of the one before', async () => {
  await worker('1').install();
  for (const it of [worker('2'), worker('2', '?de')]) {
    await it.install();
    expect(stores.size).toBe(2);
    await it.activate();
    expect(stores.size).toBe(1);
    expect(it.self.skipWaiting).toHaveBeenCalled();
    expect(it.self.clients.claim).toHaveBeenCalled();
  }
  expect([...stores.keys()]).toEqual(['offline 2 ?de']);
});
