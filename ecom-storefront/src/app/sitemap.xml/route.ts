import { map } from '@/api/answer';
import { settings } from '@/settings';
import { xml } from '@/sitemap/answer';
import { index, pagesOf } from '@/sitemap/model';
import { readSitemap } from '@/sitemap/read';

export async function GET(): Promise<Response> {
  return xml(map(await readSitemap(), (paths) => index(settings.origin(), pagesOf(paths.length))));
}
