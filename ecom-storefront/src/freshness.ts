/** For how long a value is served without asking, and for how long after that if nobody can be asked. In milliseconds. */
export type Lifetime = { fresh: number; usable: number };

const MINUTE = 60_000;

/**
 * Every lifetime there is. Stock, carts, checkouts and orders have none. A product is asked for each time, because of its
 * price; its last answer counts only while nobody gives another.
 */
export const LIFETIMES = {
  product: { fresh: 0, usable: 60 * MINUTE },
  /** Names for ids; never what somebody is about to buy. */
  listed: { fresh: MINUTE, usable: 60 * MINUTE },
  sitemap: { fresh: 60 * MINUTE, usable: 24 * 60 * MINUTE },
  categories: { fresh: 5 * MINUTE, usable: 60 * MINUTE },
  /** What staff have just defined is soon called as they call it. */
  types: { fresh: MINUTE / 6, usable: 60 * MINUTE },
  reviews: { fresh: MINUTE, usable: 10 * MINUTE },
} satisfies Record<string, Lifetime>;

type Entry = { at: number; value: Promise<unknown> };

const MOST = 5_000;

/**
 * Values of this process, each loaded once at a time whoever asks. A value that cannot be loaded again is served until it
 * is no longer usable; failures are not kept.
 */
export class Freshness {
  private readonly entries = new Map<string, Entry>();
  private readonly loading = new Map<string, Promise<unknown>>();

  constructor(private readonly now: () => number = Date.now) {}

  async read<T>(key: string, lifetime: Lifetime, load: () => Promise<T>, isGood: (value: T) => boolean): Promise<T> {
    const known = this.entries.get(key);
    const age = known ? this.now() - known.at : Number.POSITIVE_INFINITY;
    if (known && age < lifetime.fresh) {
      return known.value as Promise<T>;
    }
    const value = await this.loadOnce(key, load);
    if (isGood(value)) {
      this.keep(key, value);
      return value;
    }
    return known && age < lifetime.usable ? (known.value as Promise<T>) : value;
  }

  private loadOnce<T>(key: string, load: () => Promise<T>): Promise<T> {
    const underWay = this.loading.get(key);
    if (underWay) {
      return underWay as Promise<T>;
    }
    const started = load().finally(() => this.loading.delete(key));
    this.loading.set(key, started);
    return started;
  }

  private keep(key: string, value: unknown): void {
    this.entries.delete(key);
    this.entries.set(key, { at: this.now(), value: Promise.resolve(value) });
    if (this.entries.size > MOST) {
      this.entries.delete(this.entries.keys().next().value as string);
    }
  }
}

/** One for the process: Next may load this module more than once. */
const shared = globalThis as typeof globalThis & { ecomFreshness?: Freshness };
export const freshness = (shared.ecomFreshness ??= new Freshness());
