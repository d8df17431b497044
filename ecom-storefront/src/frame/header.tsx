import { signOut } from '@/account/actions';
import { cartCount } from '@/cart/read';
import { categoriesOrNone } from '@/catalogue/read';
import { categoryPath } from '@/catalogue/model';
import { who } from '@/session/who';
import { Mark, NAME } from '@/ui/brand';
import { To } from '@/ui/link';
import { words } from '@/words/server';

const FIRST = 7;

export async function Header() {
  const [t, it, categories, count] = await Promise.all([words(), who(), categoriesOrNone(), cartCount()]);
  return (
    <header className="header">
      <a className="skip" href="#content">
        {t('header.skip')}
      </a>
      <div className="bar wide">
        <To className="logo" href="/">
          <Mark />
          <span>{NAME}</span>
        </To>
        <form className="find" action="/search" role="search">
          <input type="search" name="q" aria-label={t('header.search')} placeholder={t('header.search')} maxLength={200} />
          <button type="submit" aria-label={t('header.find')}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="9" cy="9" r="6" />
              <path d="M13.5 13.5 18 18" />
            </svg>
          </button>
        </form>
        <nav className="own" aria-label={t('header.own')}>
          {it.kind === 'customer' ? (
            <>
              <To href="/account/orders">{t('header.orders')}</To>
              <form action={signOut}>
                <button className="plain" type="submit">
                  {t('header.sign-out')}
                </button>
              </form>
            </>
          ) : (
            it.kind !== 'unavailable' && <To href="/sign-in">{t('header.sign-in')}</To>
          )}
          <To className="basket" href="/cart">
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M3 9h18l-2 11H5zM8 9l3-6M16 9l-3-6" />
            </svg>
            <span>{t('header.cart')}</span>
            {count > 0 && (
              <span className="badge">
                <span className="unseen">{t('header.cart-count', { count })}</span>
                <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
              </span>
            )}
          </To>
        </nav>
      </div>
      {categories.length > 0 && (
        <nav className="aisles wide" aria-label={t('header.categories')}>
          <ul>
            {categories.slice(0, FIRST).map((category) => (
              <li key={category.slug}>
                <To href={categoryPath(category.name)}>{category.name}</To>
              </li>
            ))}
            <li>
              <To href="/categories">{t('header.all-categories')}</To>
            </li>
          </ul>
        </nav>
      )}
    </header>
  );
}
