import { expect, test } from 'vitest';
import { ok, type Answer } from '@/api/answer';
import { quoteFor, type QuoteView, type Wish } from './quote';

const WISH: Wish = { country: 'LI', codes: [] };
const NOTHING = { currency: 'CHF', lines: [], discounts: [], notApplied: [], taxes: [], subtotal: 0, discount: 0, tax: 0, total: 0 };
const GOOD: Answer<QuoteView> = ok({
  quote: 'q1',
  quoteId: '0197f000-0000-7000-8000-000000000001',
  expiresAt: '2026-01-01T00:00:00Z',
  country: 'LI',
  region: '',
  postalCode: '',
  codes: [],
  methods: [],
  notices: [],
  bill: { ...NOTHING, shipping: { price: 0, discount: 0, paid: 0, tax: 0, free: true } },
  total: { amount: 0, currency: 'CHF' },
});

function refusal(code: string, details = {}, retryAfter?: number): Answer<QuoteView> {
  return { ok: false, problem: { code, status: 422, errors: [], details, retryAfter } };
}

/** A shop that gives these answers one after the other. */
function shop(...answers: Answer<QuoteView>[]) {
  const asked: Wish[] = [];
  return { asked, ask: async (wish: Wish) => (asked.push(wish), answers[asked.length - 1] ?? GOOD) };
}

test('a code that is refused is left out, and the others count', async () => {
  const { asked, ask } = shop(refusal('CODE_NOT_USABLE', { codes: ['BAD1'] }));
  const { answer, refused } = await quoteFor({ ...WISH, codes: ['GOOD1', 'BAD1'] }, ask);
  expect(answer.ok).toBe(true);
  expect(refused).toEqual(['BAD1']);
  expect(asked.map((it) => it.codes)).toEqual([['GOOD1', 'BAD1'], ['GOOD1']]);
});

test('a refusal that names no code of ours leaves out all, so that it ends', async () => {
  const { asked, ask } = shop(refusal('CODE_NOT_USABLE', { codes: ['OTHER'] }), refusal('CODE_NOT_USABLE'));
  const { answer, refused } = await quoteFor({ ...WISH, codes: ['A11', 'B22'] }, ask);
  expect(answer.ok).toBe(false);
  expect(refused).toEqual(['A11', 'B22']);
  expect(asked).toHaveLength(2);
});

test('who tried too many codes gets a price without one, and hears how long to wait', async () => {
  const { ask } = shop(refusal('TOO_MANY_CODES', {}, 1200));
  expect(await quoteFor({ ...WISH, codes: ['A11'] }, ask)).toEqual({ answer: GOOD, refused: ['A11'], wait: 1200 });
});

test('a way that does not go there gives way to one that does', async () => {
  const { asked, ask } = shop(refusal('SHIPPING_NOT_POSSIBLE'));
  expect((await quoteFor({ ...WISH, shippingMethod: 'courier' }, ask)).answer.ok).toBe(true);
  expect(asked[1]?.shippingMethod).toBeUndefined();
});

test('an earlier quote that counts no more is not compared with', async () => {
  const { ask } = shop(refusal('QUOTE_INVALID'));
  expect((await quoteFor({ ...WISH, replaces: 'q0' }, ask)).answer.ok).toBe(true);
});

test('what cannot be helped is said', async () => {
  const { asked, ask } = shop(refusal('NOT_SHIPPED_THERE'));
  expect((await quoteFor(WISH, ask)).answer).toEqual(refusal('NOT_SHIPPED_THERE'));
  expect(asked).toHaveLength(1);
});
