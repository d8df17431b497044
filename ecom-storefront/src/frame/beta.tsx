import { cookies } from 'next/headers';
import { flags } from '@/api/flags';
import { cookieName } from '@/session/names';
import { words } from '@/words/server';
import { hideBeta } from './actions';

/** While operators say that this is a beta, and to whoever has not put it away. */
export async function BetaBanner() {
  const [t, { betaBannerEnabled }, jar] = await Promise.all([words(), flags(), cookies()]);
  return betaBannerEnabled && !jar.has(cookieName('beta')) ? (
    <aside className="beta" aria-label={t('beta.title')}>
      <div className="wide">
        <p>
          <strong>{t('beta.title')}.</strong> {t('beta.help')}
        </p>
        <form action={hideBeta}>
          <button className="plain" type="submit">
            {t('beta.hide')}
          </button>
        </form>
      </div>
    </aside>
  ) : null;
}
