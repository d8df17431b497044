/** As many as sitemaps.org lets one file have would be 50 000; smaller files are made and read sooner. */
export const PER_PAGE = 5_000;

export function pagesOf(count: number): number {
  return Math.max(1, Math.ceil(count / PER_PAGE));
}

/** The addresses of one page, counted from 1; nothing where there is no such page. */
export function pageOf(paths: string[], page: string): string[] | null {
  const number = /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 0;
  return number >= 1 && number <= pagesOf(paths.length) ? paths.slice((number - 1) * PER_PAGE, number * PER_PAGE) : null;
}

export function urlSet(origin: string, paths: string[]): string {
  return document('urlset', paths.map((it) => `<url><loc>${escape(origin + it)}</loc></url>`));
}

export function index(origin: string, pages: number): string {
  const all = Array.from({ length: pages }, (_, it) => `<sitemap><loc>${escape(`${origin}/sitemaps/${it + 1}`)}</loc></sitemap>`);
  return document('sitemapindex', all);
}

function document(root: string, items: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items.join('\n')}\n</${root}>\n`;
}

function escape(url: string): string {
  return url.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;').replaceAll('"', '&quot;');
}
