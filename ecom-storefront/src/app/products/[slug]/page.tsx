import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { isMissing } from '@/api/answer';
import { Buy } from '@/catalogue/buy';
import { Gallery } from '@/catalogue/gallery';
import { categoryPath, chosenVariant, productPath } from '@/catalogue/model';
import { readProduct, readStock, typesOrNone } from '@/catalogue/read';
import { structuredData } from '@/catalogue/structured-data';
import { vocabularyOf } from '@/catalogue/vocabulary';
import { Said } from '@/frame/said';
import { readReviews } from '@/reviews/read';
import { Reviews } from '@/reviews/reviews';
import { settings } from '@/settings';
import { NAME, SHARED } from '@/ui/brand';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import { Stars } from '@/ui/stars';
import { wish } from '@/wishlist/actions';
import { words } from '@/words/server';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ variant?: string | string[] }> };

async function productIn({ params }: Props) {
  return readProduct(await slugIn({ params }));
}

async function slugIn({ params }: Pick<Props, 'params'>) {
  return decodeURIComponent((await params).slug);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await productIn(props);
  if (!found.ok) {
    return {};
  }
  const { name, description, pictures: [picture] } = found.value;
  return {
    title: name,
    description: description?.slice(0, 160),
    alternates: { canonical: productPath(found.value) },
    openGraph: {
      title: name,
      description: description?.slice(0, 160),
      type: 'website',
      siteName: NAME,
      url: productPath(found.value),
      images: picture ? { url: picture.src, alt: picture.alt } : SHARED,
    },
  };
}

export default async function ProductPage(props: Props) {
  const [t, found, { variant }] = await Promise.all([words(), productIn(props), props.searchParams]);
  if (isMissing(found)) {
    notFound();
  }
  if (!found.ok) {
    return (
      <div className="wide band stack">
        <h1>{t('away.title')}</h1>
        <MissingContent problem={found.problem} t={t} />
        <p>
          <To className="button quiet" href="/search?sort=newest">
            {t('home.newest')}
          </To>
        </p>
      </div>
    );
  }
  const product = found.value;
  const wanted = Array.isArray(variant) ? variant[0] : variant;
  if (product.slug !== (await slugIn(props))) {
    permanentRedirect(productPath(product, wanted));
  }
  const chosen = chosenVariant(product.variants, wanted);
  const [stock, reviews, types] = await Promise.all([
    readStock(product.variants.map((it) => it.sku)),
    readReviews(product.id),
    product.type ? typesOrNone() : [],
  ]);
  const vocabulary = vocabularyOf(types, t, product.type);
  return (
    <div className="wide band">
      <Said />
      <nav className="crumbs" aria-label={t('crumbs')}>
        <To href="/">{t('home')}</To> <span aria-hidden="true">/</span>{' '}
        {product.category && <To href={categoryPath(product.category)}>{product.category}</To>}
      </nav>
      <div className="product">
        <Gallery product={product} />
        <div className="facts">
          {product.brand && <p className="brand">{product.brand}</p>}
          <h1>
            <bdi>{product.name}</bdi>
          </h1>
          {product.rating && (
            <a href="#reviews">
              <Stars average={product.rating.average} count={product.rating.count} t={t} />
            </a>
          )}
          {chosen ? (
            <Buy product={product} chosen={chosen} stock={stock.ok ? stock.value : null} t={t} />
          ) : (
            <p className="notice">{t('problem.NOT_FOR_SALE')}</p>
          )}
          <form action={wish}>
            <input type="hidden" name="productId" value={product.id} />
            <input type="hidden" name="from" value={productPath(product, wanted && chosen?.sku)} />
            <button className="plain wish" type="submit">
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M12 20s-8-5-8-11a4.5 4.5 0 0 1 8-2.8A4.5 4.5 0 0 1 20 9c0 6-8 11-8 11z" />
              </svg>
              {t('product.wish')}
            </button>
          </form>
          {product.description && <p className="description" dir="auto">{product.description}</p>}
          {product.attributes.length > 0 && (
            <details className="details" open>
              <summary>{t('product.details')}</summary>
              <dl>
                {product.attributes.map(([name, value]) => (
                  <div key={name}>
                    <dt>{vocabulary.nameOf(name)}</dt>
                    <dd>{vocabulary.valueOf(name, value)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </div>
      </div>
      <Reviews answer={reviews} t={t} />
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: structuredData(product, stock.ok ? stock.value : null, settings.origin()) }}
      />
    </div>
  );
}
