import { expect, test, vi } from 'vitest';
import { translator } from '@/words';
import { lacking, refused } from './outcome';
import { startOf } from './state';

vi.mock('@/words/server', () => ({ words: async () => translator('en') }));

const typed = new FormData();
typed.set('email', 'ada@example.com');
typed.set('newPassword', 'a secret');
typed.set('code', '123456');
typed.set('token', 'x');

test('whoever is refused gets back what they typed, and no secret', async () => {
  const problem = { code: 'INVALID_REQUEST', status: 400, errors: [{ field: 'body.email', message: '' }], details: {} };
  const state = await refused(startOf(), typed, problem);
  expect(state.values).toEqual({ email: 'ada@example.com' });
  expect(Object.keys(state.wrong)).toEqual(['email']);
  expect(state.message).toBe('Please check the marked fields.');
  expect(state.turn).toBe(1);
});

test('what is empty is asked for before the shop is', async () => {
  expect(await lacking(startOf(), typed, ['email'])).toBeNull();
  expect((await lacking(startOf(), typed, ['email', 'city']))?.wrong).toHaveProperty('city');
});
