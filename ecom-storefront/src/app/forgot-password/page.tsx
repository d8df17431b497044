import type { Metadata } from 'next';
import { mailPasswordReset } from '@/account/mail-actions';
import { ActionForm } from '@/forms/form';
import { startOf } from '@/forms/state';
import { To } from '@/ui/link';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('forgot.title'), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
  const t = await words();
  return (
    <div className="slim-page band">
      <h1>{t('forgot.title')}</h1>
      <p>{t('forgot.help')}</p>
      <ActionForm
        action={mailPasswordReset}
        start={startOf()}
        submit={t('forgot.send')}
        waiting={t('account.waiting')}
        inputs={[{ name: 'email', label: t('account.email'), type: 'email', inputMode: 'email', autoComplete: 'username', required: true, maxLength: 254 }]}
      />
      <p className="fine">
        <To href="/sign-in">{t('header.sign-in')}</To>
      </p>
    </div>
  );
}
