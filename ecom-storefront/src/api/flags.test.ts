import { expect, test, vi } from 'vitest';
import { ok, type Answer } from './answer';
import { ALL_OFF, Switches, type Flags } from './flags';

const BETA: Flags = { betaBannerEnabled: true, adminConsoleEnabled: false };
const AWAY: Answer<Flags> = { ok: false, problem: { code: 'UNREACHABLE', status: 503, errors: [], details: {} } };

const MINUTE = 60_000;

function switches(...answers: (Answer<Flags> | Promise<Answer<Flags>>)[]) {
  const clock = { now: 0 };
  const load = vi.fn(async () => (await answers.shift()) ?? AWAY);
  return { clock, load, read: ((it) => () => it.read())(new Switches(load, () => clock.now)) };
}

test('one question a minute is enough for all pages', async () => {
  const { clock, load, read } = switches(ok(BETA), ok(ALL_OFF));
  expect(await Promise.all([read(), read(), read()])).toEqual([BETA, BETA, BETA]);
  clock.now = MINUTE - 1;
  expect(await read()).toEqual(BETA);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a page is given what is known, and what is new goes to the next', async () => {
  const { clock, load, read } = switches(ok(BETA), ok(ALL_OFF));
  await read();
  clock.now = MINUTE;
  expect(await read()).toEqual(BETA);
  await Promise.all(load.mock.results.map((it) => it.value));
  expect(await read()).toEqual(ALL_OFF);
});

test('nobody there, and all is off, for a minute', async () => {
  const { clock, load, read } = switches(AWAY, ok(BETA));
  expect(await read()).toEqual(ALL_OFF);
  expect(await read()).toEqual(ALL_OFF);
  expect(load).toHaveBeenCalledTimes(1);
  clock.now = MINUTE;
  await read();
  await Promise.all(load.mock.results.map((it) => it.value));
  expect(await read()).toEqual(BETA);
});

test('a page does not wait for who does not answer', async () => {
  vi.useFakeTimers();
  const { read } = switches(new Promise<never>(() => {}));
  const page = read();
  await vi.advanceTimersByTimeAsync(300);
  expect(await page).toEqual(ALL_OFF);
  vi.useRealTimers();
});
