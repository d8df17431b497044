/** What somebody looked for, and which product they chose, the first being 1. */
export type Click = { query: string; productId: string; position: number };

/** No click says more. */
export const LONGEST_CLICK = 1_500;

/** What a page of ours says, or nothing if it says something else. */
export function clickIn(text: string): Click | null {
  try {
    const { query, productId, position } = JSON.parse(text) as Record<string, unknown>;
    return isText(query, 200) && isText(productId, 100) && isPosition(position) ? { query, productId, position } : null;
  } catch {
    return null;
  }
}

function isText(it: unknown, longest: number): it is string {
  return typeof it === 'string' && it.trim() !== '' && it.length <= longest;
}

function isPosition(it: unknown): it is number {
  return Number.isInteger(it) && Number(it) >= 1 && Number(it) <= 1_000;
}
