import type { Metadata } from 'next';
import { AccountFrame, customer } from '@/account/frame';
import { SetUpSecondFactor } from '@/account/second-factor';
import { readSecondFactor, readSessions, type Session } from '@/account/security';
import { changePassword, endAllSessions, endSession, removeSecondFactor } from '@/account/security-actions';
import { ActionForm } from '@/forms/form';
import { startOf } from '@/forms/state';
import { MissingContent, ProblemNotice } from '@/ui/notice';
import type { Translate } from '@/words';
import { formatMoment } from '@/words/dates';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.part.security'), robots: { index: false } };
}

export default async function SecurityPage() {
  await customer('security');
  const [t, sessions, factor] = await Promise.all([words(), readSessions(), readSecondFactor()]);
  const waiting = t('account.waiting');
  return (
    <AccountFrame part="security" title={t('account.part.security')}>
      <section className="stack">
        <h2>{t('security.sessions')}</h2>
        {sessions.ok ? (
          <ul className="rows">
            {sessions.value.map((it) => (
              <OneSession key={it.id} session={it} t={t} />
            ))}
          </ul>
        ) : (
          <MissingContent problem={sessions.problem} t={t} />
        )}
        <form action={endAllSessions}>
          <button className="button quiet" type="submit">
            {t('security.end-all')}
          </button>
        </form>
      </section>
      <section className="stack">
        <h2>{t('security.password')}</h2>
        <p className="fine">{t('security.password-help')}</p>
        <ActionForm
          action={changePassword}
          start={startOf()}
          submit={t('security.change-password')}
          waiting={waiting}
          isQuiet
          inputs={[
            { name: 'currentPassword', label: t('security.current'), type: 'password', autoComplete: 'current-password', required: true, maxLength: 128 },
            { name: 'newPassword', label: t('security.new'), type: 'password', autoComplete: 'new-password', required: true, maxLength: 128, hint: t('account.passwordHint') },
            ...(factor.ok && factor.value.isOn
              ? [{ name: 'code', label: t('account.code'), inputMode: 'numeric' as const, autoComplete: 'one-time-code', hint: t('account.codeHint') }]
              : []),
          ]}
        />
      </section>
      <section className="stack">
        <h2>{t('security.factor')}</h2>
        {factor.ok ? (
          <>
            {!factor.value.isOn && <p className="fine">{t('security.factor-help')}</p>}
            <SetUpSecondFactor
              isOn={factor.value.isOn}
              words={{
                password: t('account.password'),
                begin: t('security.factor-begin'),
                secret: t('security.factor-secret'),
                open: t('security.factor-open'),
                code: t('account.code'),
                confirm: t('security.factor-confirm'),
                waiting,
                codes: t('security.codes'),
                codesHelp: t('security.codes-help'),
                ready: t('security.codes-kept'),
              }}
            >
              <p>{t('security.factor-on', { count: factor.value.codesLeft })}</p>
              {!factor.value.isRequired && (
                <ActionForm
                  action={removeSecondFactor}
                  start={startOf()}
                  submit={t('security.factor-off')}
                  waiting={waiting}
                  isQuiet
                  inputs={[
                    { name: 'password', label: t('account.password'), type: 'password', autoComplete: 'current-password', required: true },
                    { name: 'code', label: t('account.code'), inputMode: 'numeric', autoComplete: 'one-time-code', required: true, hint: t('account.codeHint') },
                  ]}
                />
              )}
            </SetUpSecondFactor>
          </>
        ) : (
          <ProblemNotice problem={factor.problem} t={t} />
        )}
      </section>
    </AccountFrame>
  );
}

function OneSession({ session: it, t }: { session: Session; t: Translate }) {
  const device = it.device || t('security.unknown-device');
  return (
    <li>
      <div>
        <p>
          <bdi>{device}</bdi> {it.isCurrent && <span className="badge-line sold">{t('security.this-one')}</span>}
        </p>
        <p className="fine">{it.lastUsedAt && t('security.last-used', { at: formatMoment(it.lastUsedAt, t.language) })}</p>
      </div>
      {!it.isCurrent && (
        <form action={endSession}>
          <input type="hidden" name="sessionId" value={it.id} />
          <button className="plain" type="submit" aria-label={t('security.end-of', { device })}>
            {t('security.end')}
          </button>
        </form>
      )}
    </li>
  );
}
