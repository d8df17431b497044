import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { pictureOf } from './picture';

const ID = 'ab'.repeat(32);

let server: Server;
let asked: { path?: string; from?: string; cookie?: string }[] = [];
let answer: { status: number; type: string; body: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url, from: String(request.headers['x-forwarded-for']), cookie: request.headers.cookie });
    response.writeHead(answer.status, { 'Content-Type': answer.type, 'Set-Cookie': 'a=b', 'Cache-Control': 'no-store' });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  vi.stubEnv('ECOM_GATEWAY_URL', `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`);
});

afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

beforeEach(() => {
  asked = [];
  answer = { status: 200, type: 'image/jpeg', body: 'picture' };
});

test('a picture is passed on for whoever asked, to be kept for ever', async () => {
  const response = await pictureOf(ID, '640.jpg', null, '203.0.113.7');
  expect(await response.text()).toBe('picture');
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${ID}-640.jpg"`,
  });
  expect(asked).toEqual([{ path: `/api/images/${ID}/640.jpg`, from: '203.0.113.7', cookie: undefined }]);
});

test('whoever has it already is told so without asking', async () => {
  expect((await pictureOf(ID, '640.jpg', `"${ID}-640.jpg"`, null)).status).toBe(304);
  expect(asked).toEqual([]);
});

test.each([
  ['../admin', '640.jpg'],
  [ID, 'original.jpg'],
  [ID, '641.jpg'],
  [`${ID}/..`, '640.jpg'],
])('what is no picture is not asked for: %s %s', async (imageId, file) => {
  expect((await pictureOf(imageId, file, null, null)).status).toBe(404);
  expect(asked).toEqual([]);
});

test.each([
  [{ status: 404, type: 'application/problem+json', body: '{}' }, 404],
  [{ status: 429, type: 'application/problem+json', body: '{}' }, 503],
  [{ status: 500, type: 'application/problem+json', body: '{}' }, 503],
  [{ status: 200, type: 'text/html', body: '<script>' }, 503],
])('what fails is nobody’s to keep, and says nothing: %o', async (given, status) => {
  answer = given;
  const response = await pictureOf(ID, '640.jpg', null, null);
  expect(response.status).toBe(status);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toBe('');
});
