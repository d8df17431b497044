import { decode, isBlurhashValid } from 'blurhash';

/** Fields across, and down. */
export const FIELDS = 5;

const RGBA = 4;

/** What a picture looks like from far away, as colours of a grid, row by row. Nothing of what is no BlurHash. */
export function coloursOf(hash: string): string[] | undefined {
  if (!isBlurhashValid(hash).result) {
    return undefined;
  }
  // Twice as many, so that every second one is the middle of a field.
  const side = 2 * FIELDS;
  const pixels = decode(hash, side, side);
  return Array.from({ length: FIELDS * FIELDS }, (_, field) => {
    const across = 2 * (field % FIELDS) + 1;
    const down = 2 * Math.floor(field / FIELDS) + 1;
    const at = RGBA * (down * side + across);
    return `#${[...pixels.slice(at, at + 3)].map((it) => it.toString(16).padStart(2, '0')).join('')}`;
  });
}
