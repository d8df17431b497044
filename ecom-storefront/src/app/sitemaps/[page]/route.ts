import { map } from '@/api/answer';
import { settings } from '@/settings';
import { xml } from '@/sitemap/answer';
import { pageOf, urlSet } from '@/sitemap/model';
import { readSitemap } from '@/sitemap/read';

export async function GET(_: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const { page } = await params;
  return xml(
    map(await readSitemap(), (all) => {
      const paths = pageOf(all, page);
      return paths && urlSet(settings.origin(), paths);
    }),
  );
}
