import { expect, test } from 'vitest';
import { codeOf, isCode } from './codes';

test('codes are read as people write them', () => {
  expect(codeOf(' welcome-10 ')).toBe('WELCOME10');
  expect(isCode('WELCOME10')).toBe(true);
  expect(isCode('W<')).toBe(false);
});
