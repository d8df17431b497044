import type { Metadata } from 'next';
import { changeQuantity, putAside, removeFromCart } from '@/cart/actions';
import { CartCodes } from '@/cart/codes';
import { GiftMessage } from '@/cart/gift';
import { Later } from '@/cart/later';
import { isOrderable, readCart, type CartLine } from '@/cart/read';
import type { Stock } from '@/catalogue/model';
import { readListed } from '@/catalogue/names';
import { readStock } from '@/catalogue/read';
import { Said } from '@/frame/said';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import { Picture } from '@/ui/picture';
import { Was } from '@/ui/price';
import type { Translate } from '@/words';
import { formatMoney } from '@/words/money';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('cart.title'), robots: { index: false } };
}

export default async function CartPage() {
  const [t, answer] = await Promise.all([words(), readCart()]);
  if (!answer.ok) {
    return (
      <div className="wide band">
        <h1>{t('cart.title')}</h1>
        <MissingContent problem={answer.problem} t={t} />
      </div>
    );
  }
  const cart = answer.value;
  if (cart.lines.length === 0) {
    return (
      <div className="wide band empty">
        <Said />
        <h1>{t('cart.empty')}</h1>
        <p>{t('cart.empty-help')}</p>
        <p className="actions">
          <To className="button" href="/search?sort=newest">
            {t('home.newest')}
          </To>
        </p>
        <Later lines={cart.later} listed={await readListed(cart.later.map((it) => it.productId))} t={t} />
      </div>
    );
  }
  // The basket can do without.
  const [shelf, listed] = await Promise.all([
    readStock(cart.lines.filter((it) => it.notice !== 'NOT_FOR_SALE').map((it) => it.sku)),
    readListed([...cart.lines, ...cart.later].map((it) => it.productId)),
  ]);
  const stock = shelf.ok ? shelf.value : new Map<string, Stock>();
  return (
    <div className="wide band">
      <Said />
      <h1>{t('cart.title')}</h1>
      <div className="with-summary">
        <section aria-label={t('cart.title')}>
          {cart.notice && <p className="notice wrong">{t(`cart.${cart.notice}`)}</p>}
          <ul className="lines">
            {cart.lines.map((it) => (
              <Line key={it.sku} line={it} stock={stock.get(it.sku)} image={listed.get(it.productId)?.image} t={t} />
            ))}
          </ul>
          <Later lines={cart.later} listed={listed} t={t} />
        </section>
        <aside className="summary" aria-label={t('cart.summary')}>
          <h2>{t('cart.summary')}</h2>
          <p className="sum">
            <span>{t('cart.items', { count: cart.count })}</span>
            <strong>{cart.total ? formatMoney(cart.total, t.language) : t('cart.no-total')}</strong>
          </p>
          <CartCodes codes={cart.codes} t={t} />
          <GiftMessage message={cart.giftMessage} t={t} />
          {isOrderable(cart) && (
            <To className="button full" href="/checkout">
              {t('cart.checkout')}
            </To>
          )}
          <p className="fine">{t('cart.prices')}</p>
        </aside>
      </div>
    </div>
  );
}

function Line({ line, stock, image, t }: { line: CartLine; stock?: Stock; image?: string; t: Translate }) {
  const isSold = line.notice !== 'NOT_FOR_SALE';
  return (
    <li>
      <Picture src={image} name={line.name} seed={line.productId} sizes="6rem" />
      <div className="about">
        <h2>{line.name}</h2>
        <p className="fine">
          {line.unitPrice && t('cart.each', { price: formatMoney(line.unitPrice, t.language) })}
          {line.listPrice && <Was label={t('price.was')} amount={formatMoney(line.listPrice, t.language)} />} · {line.sku}
        </p>
        {line.notice && <p className="notice wrong">{noticeOf(line, t)}</p>}
        {stock?.level === 'OUT_OF_STOCK' && <p className="notice wrong">{t('cart.sold-out')}</p>}
        {stock?.level === 'LOW' &&
          (stock.available < line.quantity ? (
            <p className="notice wrong">{t('cart.too-few', { count: stock.available })}</p>
          ) : (
            <p className="fine">{t('stock.low', { count: stock.available })}</p>
          ))}
        <div className="actions">
          {isSold && (
            <form action={changeQuantity} className="quantity">
              <input type="hidden" name="sku" value={line.sku} />
              <label className="unseen" htmlFor={`quantity-${line.sku}`}>
                {t('cart.quantity-of', { name: line.name })}
              </label>
              <input id={`quantity-${line.sku}`} name="quantity" type="number" inputMode="numeric" min={0} max={1000} defaultValue={line.quantity} key={line.quantity} />
              <button className="button quiet small" type="submit">
                {t(line.notice === 'PRICE_CHANGED' ? 'cart.accept' : 'cart.update')}
              </button>
            </form>
          )}
          {isSold && (
            <form action={putAside}>
              <input type="hidden" name="sku" value={line.sku} />
              <button className="plain" type="submit" aria-label={t('later.put-of', { name: line.name })}>
                {t('later.put')}
              </button>
            </form>
          )}
          <form action={removeFromCart}>
            <input type="hidden" name="sku" value={line.sku} />
            <button className="plain" type="submit" aria-label={t('cart.remove-of', { name: line.name })}>
              {t('cart.remove')}
            </button>
          </form>
        </div>
      </div>
      <p className="amount">{isSold && line.lineTotal && formatMoney(line.lineTotal, t.language)}</p>
    </li>
  );
}

/** Which way a price went, where that is known. */
function noticeOf({ notice, unitPrice, priceBefore }: CartLine, t: Translate): string {
  if (notice !== 'PRICE_CHANGED' || !unitPrice || !priceBefore || unitPrice.currency !== priceBefore.currency) {
    return t(`cart.${notice ?? 'PRICE_CHANGED'}`);
  }
  const before = formatMoney(priceBefore, t.language);
  return t(unitPrice.amount > priceBefore.amount ? 'cart.price-rose' : 'cart.price-fell', { before });
}
