import { expect, test } from 'vitest';
import { givenIn, startOf, textsIn } from './state';

function form(values: Record<string, string>): FormData {
  const all = new FormData();
  Object.entries(values).forEach(([name, value]) => all.set(name, value));
  return all;
}

test('only what a form names is read, without the space around it', () => {
  expect(textsIn(form({ city: ' Köln ', role: 'ADMIN' }), ['city', 'line1'])).toEqual({ city: 'Köln', line1: '' });
});

test('what was left empty is not sent', () => {
  expect(givenIn(form({ city: 'Köln', line2: '  ' }), ['city', 'line2', 'state'])).toEqual({ city: 'Köln' });
});

test('a form begins with what is known', () => {
  expect(startOf({ firstName: 'Ada', lastName: undefined })).toEqual({ turn: 0, values: { firstName: 'Ada' }, wrong: {} });
});
