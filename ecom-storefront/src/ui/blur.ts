const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

/** Fields across, and down. */
export const FIELDS = 5;

/**
 * What a picture looks like from far away, as colours of a grid, row by row (https://github.com/woltapp/blurhash, "Algorithm").
 * Nothing of what is no BlurHash.
 */
export function coloursOf(hash: string): string[] | undefined {
  const digits = [...hash].map((it) => DIGITS.indexOf(it));
  const [size = -1] = digits;
  const across = (size % 9) + 1;
  const down = Math.floor(size / 9) + 1;
  if (digits.includes(-1) || down > 9 || digits.length !== 4 + 2 * across * down) {
    return undefined;
  }
  const number = (from: number, to: number) => digits.slice(from, to).reduce((value, it) => value * 83 + it, 0);
  const most = (number(1, 2) + 1) / 166;
  const parts = Array.from({ length: across * down }, (_, at) => (at === 0 ? averageIn(number(2, 6)) : swingIn(number(4 + 2 * at, 6 + 2 * at), most)));
  const wave = (part: number, field: number) => Math.cos((Math.PI * part * (field + 0.5)) / FIELDS);
  return Array.from({ length: FIELDS * FIELDS }, (_, field) => {
    const share = (at: number) => wave(at % across, field % FIELDS) * wave(Math.floor(at / across), Math.floor(field / FIELDS));
    return hex([0, 1, 2].map((colour) => parts.reduce((sum, part, at) => sum + share(at) * (part[colour] ?? 0), 0)));
  });
}

function averageIn(value: number): number[] {
  return [value >> 16, (value >> 8) & 255, value & 255].map((it) => toLinear(it / 255));
}

function swingIn(value: number, most: number): number[] {
  return [Math.floor(value / 361), Math.floor(value / 19) % 19, value % 19].map((it) => Math.sign(it - 9) * ((it - 9) / 9) ** 2 * most);
}

function hex(linear: number[]): string {
  return `#${linear.map((it) => Math.round(255 * toScreen(Math.min(Math.max(it, 0), 1))).toString(16).padStart(2, '0')).join('')}`;
}

/** Of sRGB (IEC 61966-2-1). */
function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toScreen(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}
