import { chooseLanguage } from '@/account/actions';
import { Mark, NAME } from '@/ui/brand';
import { To } from '@/ui/link';
import { LANGUAGES } from '@/words';
import { words } from '@/words/server';

export async function Footer() {
  const t = await words();
  return (
    <footer className="footer">
      <div className="wide columns">
        <p className="logo">
          <Mark />
          <span>{NAME}</span>
        </p>
        <p className="promise">{t('footer.promise')}</p>
        <nav aria-label={t('footer.links')}>
          <To href="/categories">{t('header.all-categories')}</To>
          <To href="/cart">{t('header.cart')}</To>
          <To href="/account/orders">{t('header.orders')}</To>
          <To href="/help">{t('help.title')}</To>
        </nav>
        <nav aria-label={t('footer.legal')}>
          <To href="/legal/terms">{t('legal.terms')}</To>
          <To href="/legal/privacy">{t('legal.privacy')}</To>
          <To href="/legal/imprint">{t('legal.imprint')}</To>
        </nav>
        <form className="languages" action={chooseLanguage} aria-label={t('footer.language')}>
          {LANGUAGES.map((it) => (
            <button key={it} className="plain" name="language" value={it} lang={it} aria-pressed={it === t.language} type="submit">
              {new Intl.DisplayNames(it, { type: 'language' }).of(it)}
            </button>
          ))}
        </form>
      </div>
    </footer>
  );
}
