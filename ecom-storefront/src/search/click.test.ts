import { expect, test } from 'vitest';
import { clickIn } from './click';

test('a click is what was looked for and what was chosen, and nothing else of what was sent', () => {
  const click = { query: 'mug', productId: 'p-1', position: 3 };
  expect(clickIn(JSON.stringify({ ...click, subject: 'somebody' }))).toEqual(click);
});

test.each([
  '',
  'null',
  '[]',
  '{"query":"mug"}',
  '{"query":" ","productId":"p","position":1}',
  '{"query":"mug","productId":7,"position":1}',
  '{"query":"mug","productId":"p","position":0}',
  '{"query":"mug","productId":"p","position":1.5}',
  '{"query":"mug","productId":"p","position":"1"}',
  `{"query":"${'m'.repeat(201)}","productId":"p","position":1}`,
])('%s is none', (text) => expect(clickIn(text)).toBeNull());
