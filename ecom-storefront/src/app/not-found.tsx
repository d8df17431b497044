import { To } from '@/ui/link';
import { words } from '@/words/server';

export default async function NotFound() {
  const t = await words();
  return (
    <div className="narrow-page band empty">
      <h1>{t('not-found.title')}</h1>
      <p>{t('not-found.help')}</p>
      <p className="actions">
        <To className="button" href="/">
          {t('not-found.home')}
        </To>
        <To className="button quiet" href="/categories">
          {t('header.all-categories')}
        </To>
      </p>
    </div>
  );
}
