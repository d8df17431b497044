import { describe, expect, test } from 'vitest';
import { coloursOf, FIELDS } from './blur';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

function written(value: number, length: number): string {
  return Array.from({ length }, (_, at) => DIGITS[Math.floor(value / 83 ** (length - 1 - at)) % 83]).join('');
}

/** Of one swing of all colours across, from bright to dark, or none. */
const GREY = written(0x808080, 4);
const BRIGHT = written(18 * 361 + 18 * 19 + 18, 2);
const NO_SWING = written(9 * 361 + 9 * 19 + 9, 2);

describe('a picture from far away', () => {
  test('is its average where that is all that is known', () => {
    expect(coloursOf(`00${written(0x336699, 4)}`)).toEqual(Array.from({ length: FIELDS * FIELDS }, () => '#336699'));
  });

  test('goes from bright to dark across, where it does', () => {
    const row = coloursOf(`1~${GREY}${BRIGHT}`)?.slice(0, FIELDS) ?? [];
    const levels = row.map((it) => Number.parseInt(it.slice(1, 3), 16));
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    expect(levels[0]).toBeGreaterThan(200);
    expect(levels.at(-1)).toBe(0);
  });

  test('goes from bright to dark downwards, where it does', () => {
    const all = coloursOf(`9~${GREY}${BRIGHT}`) ?? [];
    expect(new Set(all.slice(0, FIELDS)).size).toBe(1);
    expect(all[0] && all.at(-1) && all[0] > all.at(-1)!).toBe(true);
  });

  test('does not change where nothing swings', () => {
    expect(new Set(coloursOf(`1~${GREY}${NO_SWING}`))).toEqual(new Set(['#808080']));
  });

  test.each(['', '0', 'LEHV', 'UbON,eoy', '00"""" ', `10${GREY}`, 'ü'.repeat(6)])('is nothing of %j', (hash) => {
    expect(coloursOf(hash)).toBeUndefined();
  });

  test('is there for what the shop keeps of its pictures', () => {
    const colours = coloursOf('UbON,eoy~X-;?Ij[Rjaf~Xt7IARjt7oMxuof') ?? [];
    expect(colours).toHaveLength(FIELDS * FIELDS);
    expect(colours.every((it) => /^#[0-9a-f]{6}$/.test(it))).toBe(true);
    // White above, and a green thing in the middle.
    const green = [1, 3, 5].map((at) => Number.parseInt(colours[12]?.slice(at, at + 2) ?? '', 16));
    expect(green[1]).toBeGreaterThan(green[0] ?? 255);
  });
});
