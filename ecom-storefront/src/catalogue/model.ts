import type { Money } from '@/api/money';

export type Stars = { average: number; count: number };

/** A product in a list. */
export type Listed = {
  id: string;
  slug: string;
  name: string;
  brand?: string;
  category?: string;
  price: Money | null;
  /** What it costs otherwise, while it costs less. */
  listPrice?: Money | null;
  image?: string;
  rating?: Stars;
  inStock?: boolean;
};

export type Shown = { src: string; alt: string; blur?: string };

export type Variant = {
  sku: string;
  options: Record<string, string>;
  price: Money;
  /** What it costs otherwise, while it costs less. */
  listPrice?: Money | null;
  /** The least it cost in the thirty days before that. */
  priorPrice?: Money | null;
};

export type Product = {
  id: string;
  slug: string;
  name: string;
  description?: string;
  brand?: string;
  category?: string;
  /** The most telling one first. */
  pictures: Shown[];
  /** The code of its type. */
  type?: string;
  attributes: [name: string, value: string | number | boolean][];
  variants: Variant[];
  rating?: Stars;
};

export type Category = { name: string; slug: string; count: number };

export function productPath({ slug }: { slug: string }, variant?: string): string {
  return `/products/${encodeURIComponent(slug)}${variant ? `?variant=${encodeURIComponent(variant)}` : ''}`;
}

/** A category's name as a part of an address. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

export function categoryPath(name: string): string {
  return `/categories/${encodeURIComponent(slugOf(name))}`;
}

/** How many are left is said only when they are few. */
export type Stock = { level: 'IN_STOCK' | 'OUT_OF_STOCK' } | { level: 'LOW'; available: number };

const QUANTITIES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** As many as somebody may put into the cart at once; what is not known to be few may be many. */
export function quantitiesOf(stock: Stock | undefined): number[] {
  return stock?.level === 'LOW' ? QUANTITIES.filter((it) => it <= stock.available) : QUANTITIES;
}

/** The variant that an address means; the first one where it means none that there is. */
export function chosenVariant(variants: Variant[], sku: string | undefined): Variant | undefined {
  return variants.find((it) => it.sku === sku) ?? variants[0];
}

export type Choice = { value: string; variant: Variant | null; isChosen: boolean };

/**
 * For each option its values, each with the variant that has it and otherwise what is chosen; if there is none, another
 * one that has it. No combination that exists is out of reach.
 */
export function choicesOf(variants: Variant[], chosen: Variant): { option: string; choices: Choice[] }[] {
  const options = [...new Set(variants.flatMap((it) => Object.keys(it.options)))];
  return options.map((option) => {
    const values = [...new Set(variants.map((it) => it.options[option]).filter((it) => it !== undefined))];
    return {
      option,
      choices: values.map((value) => ({
        value,
        isChosen: chosen.options[option] === value,
        variant: nearest(variants.filter((it) => it.options[option] === value), chosen),
      })),
    };
  });
}

function nearest(candidates: Variant[], chosen: Variant): Variant | null {
  const common = (it: Variant) => Object.entries(it.options).filter(([name, value]) => chosen.options[name] === value).length;
  return candidates.reduce<Variant | null>((best, it) => (best && common(best) >= common(it) ? best : it), null);
}
