import 'server-only';
import { cache } from 'react';
import { ask, map, ok, type Answer } from '@/api/answer';
import { following } from '@/api/client';
import { moneyOf } from '@/api/money';
import { freshness, LIFETIMES } from '@/freshness';
import { shopForAnybody } from '@/session/who';
import type { ProductType } from './vocabulary';
import { slugOf, type Category, type Listed, type Product, type Shown, type Stars, type Stock, type Variant } from './model';

/** As it is now, or as it last was while product-service is away. Once for each page. */
export const readProduct = cache(async (slug: string): Promise<Answer<Product>> => {
  const shop = await shopForAnybody();
  return freshness.read(`product:${slug}`, LIFETIMES.product, () => loadProduct(shop, slug), isSettled);
});

async function loadProduct(shop: Awaited<ReturnType<typeof shopForAnybody>>, slug: string): Promise<Answer<Product>> {
  const answer = await ask(shop.GET('/api/products/by-slug/{slug}', { params: { path: { slug } }, fetch: following }));
  return map(answer, (it) => ({
    id: it.productId ?? '',
    slug: it.slug ?? slug,
    name: it.name ?? '',
    description: it.description,
    brand: it.brand,
    category: it.category,
    type: it.productType,
    pictures: picturesOf(it.imageUrls, it.media),
    attributes: Object.entries(it.attributes ?? {}).filter(isPlain),
    variants: (it.variants ?? []).flatMap(variantOf),
    rating: starsOf(it.rating),
  }));
}

/** Those that the shop keeps have words of their own. */
function picturesOf(addresses: string[] = [], media: { alt?: string; blurHash?: string }[] = []): Shown[] {
  return addresses.map((src, index) => ({ src, alt: media[index]?.alt ?? '', blur: media[index]?.blurHash }));
}

type Amount = { amount?: number; currency?: string };

function variantOf(it: { sku?: string; options?: Record<string, string>; price?: Amount; listPrice?: Amount | null; priorPrice?: Amount | null }): Variant[] {
  const price = moneyOf(it.price);
  return it.sku && price ? [{ sku: it.sku, options: it.options ?? {}, price, listPrice: moneyOf(it.listPrice), priorPrice: moneyOf(it.priorPrice) }] : [];
}

export async function readCategories(): Promise<Answer<Category[]>> {
  const shop = await shopForAnybody();
  const load = async () =>
    map(await ask(shop.GET('/api/categories')), (all) =>
      all
        .filter((it) => it.category)
        .map((it) => ({ name: it.category ?? '', slug: slugOf(it.category ?? ''), count: it.count ?? 0 }))
        .sort((a, b) => b.count - a.count),
    );
  return freshness.read('categories', LIFETIMES.categories, load, (it) => it.ok);
}

const MOST_TYPES = 200;

/** For what people call attributes; without them attributes are called by their names. */
export async function typesOrNone(): Promise<ProductType[]> {
  const shop = await shopForAnybody();
  const load = async (): Promise<Answer<ProductType[]>> => {
    const all: ProductType[] = [];
    let cursor: string | undefined;
    do {
      const answer = await ask(shop.GET('/api/product-types', { params: { query: { size: 100, cursor } } }));
      if (!answer.ok) {
        return answer;
      }
      all.push(...answer.value.items);
      cursor = answer.value.nextCursor ?? undefined;
    } while (cursor && all.length < MOST_TYPES);
    return ok(all);
  };
  const answer = await freshness.read('types', LIFETIMES.types, load, (it) => it.ok);
  return answer.ok ? answer.value : [];
}

/** For what the page can do without. */
export async function categoriesOrNone(): Promise<Category[]> {
  const answer = await readCategories();
  return answer.ok ? answer.value : [];
}

/** Asked each time; what is unknown is absent. */
export async function readStock(skus: string[]): Promise<Answer<Map<string, Stock>>> {
  if (skus.length === 0) {
    return ok(new Map());
  }
  const shop = await shopForAnybody();
  const answer = await ask(shop.GET('/api/inventory', { params: { query: { skus: skus.slice(0, 100) } } }));
  return map(answer, (page) => {
    const known = (page.items ?? []).flatMap((it) =>
      it.sku && it.level ? [[it.sku, it.level === 'LOW' ? { level: it.level, available: it.available ?? 1 } : { level: it.level }] as const] : [],
    );
    return new Map<string, Stock>(known);
  });
}

type Hit = {
  productId?: string;
  slug?: string;
  name?: string;
  brand?: string;
  category?: string;
  price?: Amount;
  listPrice?: Amount | null;
  imageUrl?: string;
  rating?: { average?: number; count?: number };
  inStock?: boolean;
};

export function listedOf(it: Hit): Listed {
  return {
    id: it.productId ?? '',
    slug: it.slug ?? '',
    name: it.name ?? '',
    brand: it.brand,
    category: it.category,
    price: moneyOf(it.price),
    listPrice: moneyOf(it.listPrice),
    image: it.imageUrl,
    rating: starsOf(it.rating),
    inStock: it.inStock,
  };
}

function starsOf(it: { average?: number; count?: number } | null | undefined): Stars | undefined {
  return it?.average !== undefined && it.count ? { average: it.average, count: it.count } : undefined;
}

function isPlain(it: [string, unknown]): it is [string, string | number | boolean] {
  return ['string', 'number', 'boolean'].includes(typeof it[1]);
}

/** That something is not there is an answer, too. */
function isSettled(answer: Answer<unknown>): boolean {
  return answer.ok || answer.problem.status === 404;
}
