import 'server-only';
import { ask, map, ok, type Answer } from '@/api/answer';
import { categoryPath, productPath } from '@/catalogue/model';
import { readCategories } from '@/catalogue/read';
import { freshness, LIFETIMES } from '@/freshness';
import { shopForAnybody } from '@/session/who';

const AT_ONCE = 100;

/** Of larger catalogues the newest: more would take longer than a search engine waits. */
const MOST = 20_000;

/** Longest pause that the shop may ask for. */
const PATIENCE = 5;

const FIXED = ['/', '/categories', '/help'];

/** Every address that may be found by search engines. Walks the whole catalogue, and so once an hour at most. */
export async function readSitemap(): Promise<Answer<string[]>> {
  return freshness.read('sitemap', LIFETIMES.sitemap, load, (it) => it.ok);
}

async function load(): Promise<Answer<string[]>> {
  const categories = await readCategories();
  if (!categories.ok) {
    return categories;
  }
  const products: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAt(cursor);
    if (!page.ok) {
      return page;
    }
    products.push(...page.value.paths);
    cursor = page.value.next;
  } while (cursor && products.length < MOST);
  return ok([...FIXED, ...categories.value.map((it) => categoryPath(it.name)), ...products]);
}

/** Goes as fast as the shop lets it. */
async function pageAt(cursor: string | undefined): Promise<Answer<{ paths: string[]; next?: string }>> {
  const shop = await shopForAnybody();
  const read = async () =>
    map(await ask(shop.GET('/api/products', { params: { query: { size: AT_ONCE, cursor } } })), (page) => ({
      paths: (page.items ?? []).flatMap((it) => (it.slug ? [productPath({ slug: it.slug })] : [])),
      next: page.nextCursor ?? undefined,
    }));
  const answer = await read();
  if (answer.ok || answer.problem.status !== 429) {
    return answer;
  }
  await new Promise((resolve) => setTimeout(resolve, Math.min(answer.problem.retryAfter ?? 1, PATIENCE) * 1_000));
  return read();
}
