import { expect, test } from 'vitest';
import { Freshness } from './freshness';

const LIFETIME = { fresh: 100, usable: 1_000 };
const isGood = (it: string) => it !== 'away';

function at(clock: { now: number }) {
  return new Freshness(() => clock.now);
}

test('what is fresh is not asked for again', async () => {
  const clock = { now: 0 };
  const freshness = at(clock);
  await freshness.read('a', LIFETIME, async () => 'first', isGood);
  clock.now = 99;
  expect(await freshness.read('a', LIFETIME, async () => 'second', isGood)).toBe('first');
  clock.now = 100;
  expect(await freshness.read('a', LIFETIME, async () => 'third', isGood)).toBe('third');
});

test('those who ask at the same time share one answer', async () => {
  const freshness = at({ now: 0 });
  let calls = 0;
  const load = async () => `answer ${++calls}`;
  const answers = await Promise.all([1, 2, 3].map(() => freshness.read('a', LIFETIME, load, isGood)));
  expect(answers).toEqual(['answer 1', 'answer 1', 'answer 1']);
});

test('while nobody answers, the last answer counts until it is too old', async () => {
  const clock = { now: 0 };
  const freshness = at(clock);
  await freshness.read('a', LIFETIME, async () => 'first', isGood);
  clock.now = 999;
  expect(await freshness.read('a', LIFETIME, async () => 'away', isGood)).toBe('first');
  clock.now = 1_000;
  expect(await freshness.read('a', LIFETIME, async () => 'away', isGood)).toBe('away');
});

test('a failure is not kept', async () => {
  const freshness = at({ now: 0 });
  await freshness.read('a', LIFETIME, async () => 'away', isGood);
  expect(await freshness.read('a', LIFETIME, async () => 'there', isGood)).toBe('there');
});
