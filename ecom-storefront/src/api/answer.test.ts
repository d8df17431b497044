import { expect, test } from 'vitest';
import { ask, isUncertain, NO_ANSWER_IN_TIME, UNREACHABLE } from './answer';

test('a refusal keeps its code, its reference and when to come back', async () => {
  const response = new Response(null, { status: 503, headers: { 'Retry-After': '2' } });
  const error = { code: 'BUSY', correlationId: '0190', errors: [{ field: 'a', message: 'b' }, 'nonsense'] };
  const answer = await ask(Promise.resolve({ error, response }));
  expect(answer).toMatchObject({
    ok: false,
    problem: { code: 'BUSY', status: 503, retryAfter: 2, correlationId: '0190', errors: [{ field: 'a', message: 'b' }] },
  });
});

test('nobody there and nobody in time are two things', async () => {
  const gone = await ask(Promise.reject(new TypeError('fetch failed')));
  const late = await ask(Promise.reject(new DOMException('late', 'TimeoutError')));
  expect([gone, late].map((it) => !it.ok && it.problem.code)).toEqual([UNREACHABLE, NO_ANSWER_IN_TIME]);
});

test('after a clear no the next try is another one, and after silence the same', () => {
  const problem = (status: number, code = 'SOME') => ({ status, code, errors: [], details: {} });
  expect(isUncertain(problem(504))).toBe(true);
  expect(isUncertain(problem(409, 'STILL_UNDER_WAY'))).toBe(true);
  expect(isUncertain(problem(409, 'TOTAL_CHANGED'))).toBe(false);
});
