import { cartForTheHeader } from '@/cart/read';
import type { Translate } from '@/words';
import { formatMoney } from '@/words/money';

const SHOWN = 6;

/**
 * What is in the basket, without leaving the page. The browser opens and closes it and gives the focus back, so that it
 * needs no script.
 */
export async function CartDrawer({ t }: { t: Translate }) {
  const cart = await cartForTheHeader();
  const count = cart?.count ?? 0;
  return (
    <>
      <button className="plain basket" type="button" popoverTarget="basket" aria-haspopup="dialog">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 9h18l-2 11H5zM8 9l3-6M16 9l-3-6" />
        </svg>
        <span className="word">{t('header.cart')}</span>
        {count > 0 && (
          <span className="badge">
            <span className="unseen">{t('header.cart-count', { count })}</span>
            <span aria-hidden="true">{count > 99 ? '99+' : new Intl.NumberFormat(t.language).format(count)}</span>
          </span>
        )}
      </button>
      <div className="drawer" id="basket" popover="auto" role="dialog" aria-labelledby="basket-title">
        <div className="heading">
          <h2 id="basket-title">{t('cart.title')}</h2>
          <button className="plain" type="button" popoverTarget="basket" popoverTargetAction="hide">
            {t('drawer.close')}
          </button>
        </div>
        {!cart ? (
          <p>{t('drawer.unknown')}</p>
        ) : count === 0 ? (
          <p>{t('cart.empty-help')}</p>
        ) : (
          <>
            <ul className="short-lines">
              {cart.lines.slice(0, SHOWN).map((it) => (
                <li key={it.sku}>
                  <span>
                    {it.quantity} × {it.name}
                  </span>
                  <span>{it.lineTotal && formatMoney(it.lineTotal, t.language)}</span>
                </li>
              ))}
            </ul>
            {cart.lines.length > SHOWN && <p className="fine">{t('drawer.more', { count: cart.lines.length - SHOWN })}</p>}
            <p className="sum">
              <span>{t('cart.items', { count })}</span>
              <strong>{cart.total ? formatMoney(cart.total, t.language) : t('cart.no-total')}</strong>
            </p>
          </>
        )}
        {/* A whole new page: from one page to the next the frame stays, and the drawer in it. */}
        <a className="button full" href="/cart">
          {t('drawer.open')}
        </a>
      </div>
    </>
  );
}
