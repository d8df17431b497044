import { expect, test } from 'vitest';
import { translator } from '@/words';
import { vocabularyOf, type ProductType } from './vocabulary';

const LAPTOPS: ProductType = {
  code: 'laptops',
  attributes: [
    { name: 'memory', kind: 'NUMBER', unit: 'GB', choices: [], labels: { en: 'Memory', de: 'Speicher' } },
    { name: 'touch', kind: 'BOOLEAN', choices: [], labels: { en: 'Touch screen' } },
    { name: 'colour', kind: 'CHOICE', choices: [{ value: 'silver', labels: { de: 'silbern' } }], labels: { en: 'Colour', de: 'Farbe' } },
  ],
};
const SHIRTS: ProductType = {
  code: 'shirts',
  attributes: [{ name: 'colour', kind: 'TEXT', choices: [], labels: { en: 'Shade' } }],
};

test('attributes and values are called as people call them', () => {
  const german = vocabularyOf([LAPTOPS], translator('de'));
  expect(german.nameOf('memory')).toBe('Speicher');
  expect(german.valueOf('memory', '1024.5')).toBe('1.024,5 GB');
  expect(german.valueOf('colour', 'silver')).toBe('silbern');
  expect(german.nameOf('touch')).toBe('Touch screen');
  expect(german.valueOf('touch', 'false')).toBe('nein');
});

test('what no type knows says what it is', () => {
  const english = vocabularyOf([LAPTOPS], translator('en'));
  expect(english.nameOf('screen_size')).toBe('screen size');
  expect(english.valueOf('colour', 'mauve')).toBe('mauve');
  expect(english.valueOf('released', true)).toBe('yes');
  expect(english.valueOf('constructor', 'x')).toBe('x');
});

test('a product speaks the words of its own type', () => {
  const t = translator('en');
  expect(vocabularyOf([LAPTOPS, SHIRTS], t).nameOf('colour')).toBe('Colour');
  expect(vocabularyOf([LAPTOPS, SHIRTS], t, 'shirts').nameOf('colour')).toBe('Shade');
});
