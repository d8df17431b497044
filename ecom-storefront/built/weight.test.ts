import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtServer } from './server';

const server = builtServer();

/** Of the framework alone, on an empty page. */
const FLOOR = 138_300;

/** What we may add to it where people look around, and where they fill in forms. */
const OURS = 6_700;
const OURS_WITH_FORMS = 8_000;

async function scriptsOf(path: string): Promise<number> {
  const page = await (await fetch(server.origin + path)).text();
  const scripts = [...page.matchAll(/<script[^>]*src="(\/_next\/static\/[^"?]+\.js)[^"]*"[^>]*>/g)]
    // Browsers that know modules leave it alone.
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, source]) => source ?? '');
  expect(scripts.length).toBeGreaterThan(3);
  const sizes = [...new Set(scripts)].map(async (it) => gzipSync(Buffer.from(await (await fetch(server.origin + it)).arrayBuffer())).length);
  return (await Promise.all(sizes)).reduce((sum, it) => sum + it, 0);
}

test.each([
  ['/', OURS],
  ['/products/a-mug', OURS],
  ['/categories/garden', OURS],
  ['/search', OURS],
  ['/cart', OURS],
  ['/sign-in', OURS_WITH_FORMS],
  ['/account/reset-password', OURS_WITH_FORMS],
])('%s has its scripts in %i bytes above the framework', async (path, ours) => {
  expect(await scriptsOf(path)).toBeLessThanOrEqual(FLOOR + ours);
});

test.each(['/', '/help'])('the document of %s is small', async (path) => {
  const page = await (await fetch(server.origin + path)).arrayBuffer();
  expect(gzipSync(Buffer.from(page)).length).toBeLessThanOrEqual(15_000);
});
