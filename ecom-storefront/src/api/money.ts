/** In the currency's minor units, as the API has it. */
export type Money = { amount: number; currency: string };

export function moneyOf(it: { amount?: number; currency?: string } | null | undefined): Money | null {
  return it && it.amount !== undefined && it.currency ? { amount: it.amount, currency: it.currency } : null;
}
