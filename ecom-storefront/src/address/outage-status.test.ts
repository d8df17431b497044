import http from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lacksContent } from '@/api/outage';

let server: http.Server;
let origin: string;

beforeAll(async () => {
  await import('../../scripts/outage-status.mjs');
  server = http.createServer(async (request, response) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (request.url === '/lacking') {
      lacksContent();
    }
    response.statusCode = request.url === '/missing' ? 404 : 200;
    response.end('something');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test.each([
  ['/lacking', {}, 503],
  ['/whole', {}, 200],
  ['/missing', {}, 404],
  ['/lacking', { rsc: '1' }, 200],
] as [string, Record<string, string>, number][])('%s asked for with %o is answered with %i', async (path, headers, status) => {
  const response = await fetch(origin + path, { headers });
  expect(response.status).toBe(status);
  expect(response.headers.get('retry-after')).toBe(status === 503 ? '5' : null);
});

test('what one page lacks does not concern another', async () => {
  const all = await Promise.all(['/lacking', '/whole', '/lacking', '/whole'].map((it) => fetch(origin + it)));
  expect(all.map((it) => it.status)).toEqual([503, 200, 503, 200]);
});
