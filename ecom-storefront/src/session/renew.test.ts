import { expect, test } from 'vitest';
import { ok, type Answer } from '@/api/answer';
import { Renewals, type Tokens } from './renew';

const NOW = 1_000_000_000_000;
const MINUTE = 60_000;

function tokenUntil(moment: number): string {
  const payload = Buffer.from(JSON.stringify({ sub: 'somebody', exp: moment / 1000 })).toString('base64url');
  return `header.${payload}.signature`;
}

function answering(answer: Answer<Tokens>) {
  const calls: string[] = [];
  const refresh = async (_: string | null, token: string) => {
    calls.push(token);
    return answer;
  };
  return { calls, renewals: new Renewals(refresh, () => NOW, () => {}) };
}

function refused(status: number): Answer<Tokens> {
  return { ok: false, problem: { code: 'SOME', status, errors: [], details: {} } };
}

test('a token with time left is left alone', async () => {
  const { calls, renewals } = answering(ok({ access: 'new' }));
  expect(await renewals.standingOf(tokenUntil(NOW + 6 * MINUTE), 'r', null)).toEqual({ kind: 'unchanged' });
  expect(calls).toEqual([]);
});

test('six tabs with a token that ends soon make one call and get one answer', async () => {
  const { calls, renewals } = answering(ok({ access: 'new', refresh: 'next' }));
  const tabs = Array.from({ length: 6 }, () => renewals.standingOf(tokenUntil(NOW + MINUTE), 'r', null));
  expect(await Promise.all(tabs)).toEqual(Array(6).fill({ kind: 'renewed', tokens: { access: 'new', refresh: 'next' } }));
  await renewals.standingOf(tokenUntil(NOW + MINUTE), 'r', null);
  expect(calls).toEqual(['r']);
});

test('an outage of auth-service logs nobody out', async () => {
  const { renewals } = answering(refused(503));
  expect(await renewals.standingOf(tokenUntil(NOW + MINUTE), 'r', null)).toEqual({ kind: 'unchanged' });
  expect(await renewals.standingOf(tokenUntil(NOW - MINUTE), 'r', null)).toEqual({ kind: 'unknown' });
});

test('a session that has ended is over', async () => {
  const { renewals } = answering(refused(401));
  expect(await renewals.standingOf(tokenUntil(NOW + MINUTE), 'r', null)).toEqual({ kind: 'ended' });
});

test('a failure is not remembered', async () => {
  const { calls, renewals } = answering(refused(503));
  await renewals.standingOf(undefined, 'r', null);
  await renewals.standingOf(undefined, 'r', null);
  expect(calls).toHaveLength(2);
});

test('guests have nothing to renew and are visitors again after their week', async () => {
  const { calls, renewals } = answering(ok({ access: 'new' }));
  expect(await renewals.standingOf(tokenUntil(NOW + MINUTE), undefined, null)).toEqual({ kind: 'unchanged' });
  expect(await renewals.standingOf(tokenUntil(NOW - MINUTE), undefined, null)).toEqual({ kind: 'ended' });
  expect(await renewals.standingOf(undefined, undefined, null)).toEqual({ kind: 'unchanged' });
  expect(calls).toEqual([]);
});
