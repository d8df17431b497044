import type { Metadata } from 'next';
import { AccountFrame, customer } from '@/account/frame';
import { readPrivacyRequests, type PrivacyRequest } from '@/account/privacy';
import { askForCopy, askForErasure, cancelRequest } from '@/account/privacy-actions';
import { MissingContent } from '@/ui/notice';
import type { Key, Translate } from '@/words';
import { formatDate, formatMoment } from '@/words/dates';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.part.privacy'), robots: { index: false } };
}

export default async function PrivacyPage() {
  await customer('privacy');
  const [t, answer] = await Promise.all([words(), readPrivacyRequests()]);
  return (
    <AccountFrame part="privacy" title={t('account.part.privacy')}>
      {!answer.ok && <MissingContent problem={answer.problem} t={t} />}
      {answer.ok && answer.value.length > 0 && (
        <section className="stack">
          <h2>{t('privacy.requests')}</h2>
          <ul className="rows">
            {answer.value.map((it) => (
              <One key={it.id} request={it} t={t} />
            ))}
          </ul>
        </section>
      )}
      <section className="stack">
        <h2>{t('privacy.copy')}</h2>
        <p>{t('privacy.copy-help')}</p>
        <form action={askForCopy}>
          <button className="button quiet" type="submit">
            {t('privacy.copy-ask')}
          </button>
        </form>
      </section>
      <section className="stack">
        <h2>{t('privacy.erasure')}</h2>
        <p>{t('privacy.erasure-help')}</p>
        <form action={askForErasure} className="account">
          <label className="choice">
            <input type="checkbox" name="sure" value="yes" required />
            <span>{t('privacy.erasure-sure')}</span>
          </label>
          <button className="button danger" type="submit">
            {t('privacy.erasure-ask')}
          </button>
        </form>
      </section>
    </AccountFrame>
  );
}

function One({ request: it, t }: { request: PrivacyRequest; t: Translate }) {
  const isReady = it.kind === 'EXPORT' && it.state === 'DONE';
  return (
    <li>
      <div>
        <p>
          {t(`privacy.kind.${it.kind}` as Key)} <span className="badge-line">{t(`privacy.state.${it.state}` as Key)}</span>
        </p>
        <p className="fine">
          {t('privacy.asked', { at: formatDate(it.askedAt, t.language) })}
          {it.state === 'WAITING' && it.dueAt && ` · ${t('privacy.due', { at: formatMoment(it.dueAt, t.language) })}`}
        </p>
      </div>
      <div className="actions">
        {/* A file and no page. */}
        {isReady && <a href={`/account/privacy/${it.id}`}>{t('privacy.download')}</a>}
        {it.state === 'WAITING' && it.kind === 'ERASURE' && (
          <form action={cancelRequest}>
            <input type="hidden" name="requestId" value={it.id} />
            <button className="plain" type="submit">
              {t('privacy.cancel')}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
