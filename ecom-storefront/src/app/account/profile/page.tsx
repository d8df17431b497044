import type { Metadata } from 'next';
import { AccountFrame, customer } from '@/account/frame';
import { readPreferences, readProfile } from '@/account/profile';
import { mailVerificationAgain, saveMailLanguage, saveProfile } from '@/account/profile-actions';
import { ActionForm } from '@/forms/form';
import { startOf } from '@/forms/state';
import { MissingContent, ProblemNotice } from '@/ui/notice';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.part.profile'), robots: { index: false } };
}

/** In which mails are written. */
const MAIL_LANGUAGES = ['en', 'de'];

export default async function ProfilePage() {
  await customer('profile');
  const [t, profile, preferences] = await Promise.all([words(), readProfile(), readPreferences()]);
  const waiting = t('account.waiting');
  return (
    <AccountFrame part="profile" title={t('account.part.profile')}>
      {profile.ok ? (
        <section className="stack">
          <p>{t('account.signed-in-as', { email: profile.value.email })}</p>
          <ActionForm
            action={saveProfile}
            start={startOf({ ...profile.value })}
            hidden={{ version: profile.tag }}
            submit={t('account.save')}
            waiting={waiting}
            inputs={[
              { name: 'firstName', label: t('profile.firstName'), autoComplete: 'given-name', maxLength: 80 },
              { name: 'lastName', label: t('profile.lastName'), autoComplete: 'family-name', maxLength: 80 },
              { name: 'phoneNumber', label: t('profile.phoneNumber'), type: 'tel', inputMode: 'tel', autoComplete: 'tel', maxLength: 20 },
            ]}
          />
        </section>
      ) : (
        <MissingContent problem={profile.problem} t={t} />
      )}
      <section className="stack">
        <h2>{t('profile.mails')}</h2>
        {preferences.ok ? (
          <ActionForm
            action={saveMailLanguage}
            start={startOf({ language: preferences.value.language.split('-')[0] })}
            submit={t('account.save')}
            waiting={waiting}
            isQuiet
            inputs={[
              {
                name: 'language',
                label: t('profile.language'),
                options: MAIL_LANGUAGES.map((it) => ({ value: it, label: new Intl.DisplayNames(t.language, { type: 'language' }).of(it) ?? it })),
              },
            ]}
          />
        ) : (
          <ProblemNotice problem={preferences.problem} t={t} />
        )}
      </section>
      <section className="stack">
        <h2>{t('profile.verification')}</h2>
        <p className="fine">{t('profile.verification-help')}</p>
        <form action={mailVerificationAgain}>
          <button className="button quiet" type="submit">
            {t('profile.verification-again')}
          </button>
        </form>
      </section>
    </AccountFrame>
  );
}
