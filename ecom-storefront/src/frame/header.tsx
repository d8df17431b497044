import { signOut } from '@/account/actions';
import { CartDrawer } from '@/cart/drawer';
import { categoriesOrNone } from '@/catalogue/read';
import { categoryPath } from '@/catalogue/model';
import { SearchBox } from '@/search/box';
import { KIND_KEYS } from '@/search/suggestions';
import { who } from '@/session/who';
import { Mark, NAME } from '@/ui/brand';
import { To } from '@/ui/link';
import { words } from '@/words/server';

const FIRST = 7;

export async function Header() {
  const [t, it, categories] = await Promise.all([words(), who(), categoriesOrNone()]);
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
        <SearchBox
          words={{ search: t('header.search'), find: t('header.find'), list: t('suggest.list'), some: t('suggest.some', { count: '#' }) }}
          kinds={{
            product: t(KIND_KEYS.product),
            category: t(KIND_KEYS.category),
            brand: t(KIND_KEYS.brand),
            query: t(KIND_KEYS.query),
            words: t(KIND_KEYS.words),
          }}
        />
        <nav className="own" aria-label={t('header.own')}>
          {it.kind === 'customer' ? (
            <>
              <To href="/account">{t('header.account')}</To>
              <form action={signOut}>
                <button className="plain" type="submit">
                  {t('header.sign-out')}
                </button>
              </form>
            </>
          ) : (
            it.kind !== 'unavailable' && <To href="/sign-in">{t('header.sign-in')}</To>
          )}
          <CartDrawer t={t} />
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
