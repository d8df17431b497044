import type { MetadataRoute } from 'next';
import { settings } from '@/settings';

/** The address of the sitemap is known when somebody asks, and not when this is built. */
export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/cart', '/checkout', '/orders/', '/account', '/search'] },
    sitemap: `${settings.origin()}/sitemap.xml`,
  };
}
