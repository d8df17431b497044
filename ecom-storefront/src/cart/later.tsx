import { Picture } from '@/ui/picture';
import type { Translate } from '@/words';
import { formatMoney } from '@/words/money';
import { forgetAside, takeBack } from './actions';
import type { CartLine } from './read';

/**
 * What was put aside: it waits, and is not ordered.
 *
 * @param listed what is known of the products, for their pictures
 */
export function Later({ lines, listed, t }: { lines: CartLine[]; listed: Map<string, { image?: string }>; t: Translate }) {
  if (lines.length === 0) {
    return null;
  }
  return (
    <section className="stack" aria-labelledby="later">
      <h2 id="later">{t('later.title')}</h2>
      <ul className="lines">
        {lines.map((it) => (
          <li key={it.sku}>
            <Picture src={listed.get(it.productId)?.image} name={it.name} seed={it.productId} sizes="6rem" />
            <div className="about">
              <h3>{it.name}</h3>
              <p className="fine">
                {it.quantity} × {it.unitPrice && formatMoney(it.unitPrice, t.language)}
              </p>
              {it.notice === 'NOT_FOR_SALE' && <p className="notice wrong">{t('later.NOT_FOR_SALE')}</p>}
              <div className="actions">
                {it.notice !== 'NOT_FOR_SALE' && (
                  <form action={takeBack}>
                    <input type="hidden" name="sku" value={it.sku} />
                    <button className="button quiet small" type="submit" aria-label={t('later.back-of', { name: it.name })}>
                      {t('later.back')}
                    </button>
                  </form>
                )}
                <form action={forgetAside}>
                  <input type="hidden" name="sku" value={it.sku} />
                  <button className="plain" type="submit" aria-label={t('cart.remove-of', { name: it.name })}>
                    {t('cart.remove')}
                  </button>
                </form>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
