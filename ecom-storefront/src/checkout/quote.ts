import type { Answer } from '@/api/answer';
import type { components } from '@/api/generated/order';

export type QuoteView = components['schemas']['QuoteView'];

/** What a basket's price is asked for by. */
export type Wish = {
  country: string;
  region?: string;
  postalCode?: string;
  codes: string[];
  shippingMethod?: string;
  /** A quote that came to nothing: what differs from it is to be said. */
  replaces?: string;
};

/**
 * @param refused codes of the wish that do not count
 * @param wait seconds until another code may be tried, if too many were
 */
export type Quoted = { answer: Answer<QuoteView>; refused: string[]; wait?: number };

/**
 * Asks for a quote, and where something of the wish stands in its way, for one without that: codes that are not usable, a way
 * of shipping that does not go there, an earlier quote that nobody can read any more.
 */
export async function quoteFor(wish: Wish, ask: (wish: Wish) => Promise<Answer<QuoteView>>): Promise<Quoted> {
  let left = wish;
  let wait: number | undefined;
  for (;;) {
    const answer = await ask(left);
    const next = answer.ok ? null : without(left, answer.problem.code, answer.problem.details.codes);
    if (!answer.ok && answer.problem.code === 'TOO_MANY_CODES') {
      wait = answer.problem.retryAfter ?? 0;
    }
    if (!next) {
      return { answer, refused: wish.codes.filter((it) => !left.codes.includes(it)), wait };
    }
    left = next;
  }
}

/** Each time something is gone, so that it ends. */
function without(wish: Wish, code: string, codes: unknown): Wish | null {
  if (wish.codes.length > 0 && code === 'TOO_MANY_CODES') {
    return { ...wish, codes: [] };
  }
  if (wish.codes.length > 0 && code === 'CODE_NOT_USABLE') {
    const kept = Array.isArray(codes) ? wish.codes.filter((it) => !codes.includes(it)) : [];
    return { ...wish, codes: kept.length < wish.codes.length ? kept : [] };
  }
  if (wish.shippingMethod && code === 'SHIPPING_NOT_POSSIBLE') {
    return { ...wish, shippingMethod: undefined };
  }
  return wish.replaces && code === 'QUOTE_INVALID' ? { ...wish, replaces: undefined } : null;
}
