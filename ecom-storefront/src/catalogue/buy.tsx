import { addToCart } from '@/cart/actions';
import { To } from '@/ui/link';
import { Price } from '@/ui/price';
import type { Translate } from '@/words';
import { formatMoney } from '@/words/money';
import { choicesOf, productPath, quantitiesOf, type Product, type Stock, type Variant } from './model';

type Props = { product: Product; chosen: Variant; stock: Map<string, Stock> | null; t: Translate };

/** What it costs and whether there is any, as of now, and the way into the cart. */
export function Buy({ product, chosen, stock, t }: Props) {
  const here = stock?.get(chosen.sku);
  const isOut = here?.level === 'OUT_OF_STOCK';
  return (
    <div className="buy">
      <p className="price">
        <Price price={chosen.price} listPrice={chosen.listPrice} t={t} />
      </p>
      {chosen.priorPrice && <p className="fine">{t('price.prior', { price: formatMoney(chosen.priorPrice, t.language) })}</p>}
      {choicesOf(product.variants, chosen).map(({ option, choices }) => (
        <div className="options" key={option} role="group" aria-label={option}>
          <p className="label">
            {option}: <strong>{chosen.options[option]}</strong>
          </p>
          <ul>
            {choices.map((it) => (
              <li key={it.value}>
                <To href={productPath(product, it.variant?.sku)} aria-current={it.isChosen ? 'true' : undefined} scroll={false} replace>
                  {it.value}
                  {it.variant && stock?.get(it.variant.sku)?.level === 'OUT_OF_STOCK' && <span className="unseen"> ({t('stock.out')})</span>}
                </To>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={`stock ${here?.level.toLowerCase() ?? 'unknown'}`}>{stockWords(here, t)}</p>
      {!isOut && (
        <form action={addToCart} className="add">
          <input type="hidden" name="sku" value={chosen.sku} />
          <input type="hidden" name="from" value={productPath(product, chosen.sku)} />
          <label>
            <span className="label">{t('product.quantity')}</span>
            <select name="quantity" defaultValue="1">
              {quantitiesOf(here).map((it) => (
                <option key={it} value={it}>
                  {it}
                </option>
              ))}
            </select>
          </label>
          <button className="button" type="submit">
            {t('product.add')}
          </button>
        </form>
      )}
    </div>
  );
}

function stockWords(stock: Stock | undefined, t: Translate): string {
  switch (stock?.level) {
    case 'IN_STOCK':
      return t('stock.in');
    case 'LOW':
      return t('stock.low', { count: stock.available });
    case 'OUT_OF_STOCK':
      return t('stock.out');
    default:
      return t('stock.unknown');
  }
}
