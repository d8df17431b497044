import { expect, test } from 'vitest';
import { distinct, moved, type Suggestion } from './suggestions';

const suggestion = (text: string, kind: Suggestion['kind'] = 'words'): Suggestion => ({ kind, text, href: '/' });

test('no text is suggested twice, and the thing comes before the words', () => {
  const all = distinct([suggestion('Mug', 'product'), suggestion('mug'), suggestion('Mug tree'), suggestion('')], 5);
  expect(all.map((it) => it.kind)).toEqual(['product', 'words']);
  expect(distinct([suggestion('a'), suggestion('b')], 1)).toHaveLength(1);
});

test('arrows go round, and past the end back to what was typed', () => {
  expect(moved(-1, 1, 3)).toBe(0);
  expect(moved(2, 1, 3)).toBe(-1);
  expect(moved(-1, -1, 3)).toBe(2);
  expect(moved(0, -1, 3)).toBe(-1);
});
