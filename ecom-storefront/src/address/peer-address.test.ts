import { expect, test } from 'vitest';
import { callerOf, rangesOf } from '../../scripts/peer-address.mjs';

const NOBODY = rangesOf('');
const OURS = rangesOf('10.0.0.0/8, 192.0.2.7, 2001:db8::/32');

test('nobody is whom they say they are', () => {
  expect(callerOf('198.51.100.1', '203.0.113.9', NOBODY)).toBe('198.51.100.1');
  expect(callerOf('::ffff:198.51.100.1', '203.0.113.9', OURS)).toBe('198.51.100.1');
});

test('our proxies are believed about the last hop before them, and no further', () => {
  expect(callerOf('10.1.2.3', '203.0.113.9', OURS)).toBe('203.0.113.9');
  expect(callerOf('10.1.2.3', '198.51.100.1, 203.0.113.9, 192.0.2.7', OURS)).toBe('203.0.113.9');
  expect(callerOf('2001:db8::1', '2001:db9::5', OURS)).toBe('2001:db9::5');
});

test('what is no address ends the search', () => {
  expect(callerOf('10.1.2.3', 'unknown', OURS)).toBe('10.1.2.3');
  expect(callerOf('10.1.2.3', undefined, OURS)).toBe('10.1.2.3');
  expect(() => rangesOf('everybody')).toThrow('everybody is no address');
});
