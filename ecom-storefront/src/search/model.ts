/** What a search's address says. Everything a shopper chooses is in it, so that it can be shared and gone back to. */
export type Query = {
  q?: string;
  category?: string;
  brand?: string;
  /** Names and values, such as `colour:red`. */
  attribute?: string[];
  inStock?: boolean;
  onSale?: boolean;
  sort?: Sort;
  cursor?: string;
};

export const SORTS = ['relevance', 'newest', 'price', '-price', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** What is chosen or not. */
export const TICKS = ['inStock', 'onSale'] as const;
export type Tick = (typeof TICKS)[number];

export function isTick(it: string): it is Tick {
  return TICKS.some((known) => known === it);
}

const ATTRIBUTE = /^[a-z][a-z0-9_]{0,49}:[^\p{Cc}]{1,100}$/u;
const MOST_ATTRIBUTES = 20;

type Raw = Record<string, string | string[] | undefined>;

/** Takes what makes sense and leaves the rest: an address that somebody mistyped still finds something. */
export function queryOf(raw: Raw): Query {
  const text = (name: string, longest: number) => {
    const value = raw[name];
    const first = Array.isArray(value) ? value[0] : value;
    return first?.trim() ? first.trim().slice(0, longest) : undefined;
  };
  return {
    q: text('q', 200),
    category: text('category', 120),
    brand: text('brand', 120),
    attribute: attributesIn(raw.attribute),
    inStock: text('inStock', 5) === 'true' ? true : undefined,
    onSale: text('onSale', 5) === 'true' ? true : undefined,
    sort: SORTS.find((it) => it === raw.sort),
    cursor: text('cursor', 1000),
  };
}

function attributesIn(raw: string | string[] | undefined): string[] | undefined {
  const chosen = [...new Set([raw ?? []].flat())].filter((it) => ATTRIBUTE.test(it)).slice(0, MOST_ATTRIBUTES);
  return chosen.length > 0 ? chosen : undefined;
}

/** The same with a value more, or without it. */
export function toggled(attributes: string[] = [], value: string): string[] | undefined {
  const rest = attributes.filter((it) => it !== value);
  const all = rest.length < attributes.length ? rest : [...rest, value];
  return all.length > 0 ? all : undefined;
}

/** The address of a search; whoever changes what is looked for begins at the first page. */
export function addressOf(path: string, query: Query, change: Partial<Query> = {}): string {
  const wanted: Query = { ...query, cursor: undefined, ...change };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    for (const it of Array.isArray(value) ? value : [value]) {
      if (it !== undefined && it !== '') {
        params.append(name, String(it));
      }
    }
  }
  return params.size === 0 ? path : `${path}?${params}`;
}

/** Where a rule of staff leads: a page of this shop, and no search by words, which might lead back. */
export function redirectOf(target: string | null | undefined): string | undefined {
  const url = target && /^\/(?![/\\])[!-\[\]-~]*$/.test(target) ? URL.parse(target, 'http://shop') : null;
  const isSearch = url?.pathname === '/search' && url.searchParams.get('q')?.trim();
  return url?.origin === 'http://shop' && !isSearch ? url.pathname + url.search + url.hash : undefined;
}

/** How old an answer is that was kept from before, in minutes; nothing if it is one of now. */
export function minutesOld(asOf: string | null | undefined, now = Date.now()): number | undefined {
  const minutes = asOf ? Math.round((now - Date.parse(asOf)) / 60_000) : Number.NaN;
  return Number.isNaN(minutes) ? undefined : Math.max(1, minutes);
}

/** What narrows a search besides its words, for chips that take it away again. */
export function narrowings(query: Query): ('category' | 'brand' | 'attribute' | Tick)[] {
  return (['category', 'brand', 'attribute', ...TICKS] as const).filter((it) => query[it] !== undefined);
}
