import { decimalOf } from '@/words/money';
import { productPath, type Product } from './model';
import type { Stock } from './model';

/** What search engines may know, in schema.org's words, of what the page itself says. */
export function structuredData(product: Product, stock: Map<string, Stock> | null, origin: string): string {
  const offers = product.variants.map((it) => {
    const level = stock?.get(it.sku)?.level;
    return {
      '@type': 'Offer',
      sku: it.sku,
      url: `${origin}${productPath(product, it.sku)}`,
      price: decimalOf(it.price),
      priceCurrency: it.price.currency,
      ...(level ? { availability: `https://schema.org/${level === 'OUT_OF_STOCK' ? 'OutOfStock' : 'InStock'}` } : {}),
    };
  });
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.description,
    brand: product.brand ? { '@type': 'Brand', name: product.brand } : undefined,
    offers,
    aggregateRating: product.rating
      ? { '@type': 'AggregateRating', ratingValue: product.rating.average, reviewCount: product.rating.count }
      : undefined,
  };
  // A text cannot end the script that it stands in.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
