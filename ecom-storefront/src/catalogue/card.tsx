import { To } from '@/ui/link';
import { Picture } from '@/ui/picture';
import { Price } from '@/ui/price';
import { Stars } from '@/ui/stars';
import type { Translate } from '@/words';
import { productPath, type Listed } from './model';

export function Card({ product, t, isFirst }: { product: Listed; t: Translate; isFirst?: boolean }) {
  return (
    <article className="card">
      <Picture src={product.image} name={product.name} seed={product.id} isFirst={isFirst} />
      <div className="about">
        {product.brand && <p className="brand">{product.brand}</p>}
        <h3>
          <To href={productPath(product)}>{product.name}</To>
        </h3>
        {product.rating && <Stars average={product.rating.average} count={product.rating.count} t={t} />}
        <p className="price">
          {product.price && <Price price={product.price} listPrice={product.listPrice} t={t} />}
          {product.inStock === false && <span className="out">{t('stock.out')}</span>}
        </p>
      </div>
    </article>
  );
}

/** @param areBelow whether they are seen after a move only, so that nothing else has to wait for their pictures */
export function Cards({ products, t, areBelow }: { products: Listed[]; t: Translate; areBelow?: boolean }) {
  return (
    <ul className="cards">
      {products.map((it, index) => (
        <li key={it.id} data-product={it.id}>
          <Card product={it} t={t} isFirst={!areBelow && index < 2} />
        </li>
      ))}
    </ul>
  );
}
