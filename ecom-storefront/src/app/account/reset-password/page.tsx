import type { Metadata } from 'next';
import { MailForm } from '@/account/mail-form';
import { To } from '@/ui/link';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('reset.title'), robots: { index: false } };
}

export default async function ResetPasswordPage() {
  const t = await words();
  return (
    <div className="slim-page band">
      <h1>{t('reset.title')}</h1>
      <p>{t('reset.help')}</p>
      <noscript>
        <p className="notice wrong">{t('mail.needs-script')}</p>
      </noscript>
      <MailForm
        kind="reset"
        words={{
          submit: t('reset.set'),
          waiting: t('account.waiting'),
          noToken: t('mail.no-token'),
          password: t('security.new'),
          passwordHint: t('account.passwordHint'),
        }}
      />
      <p className="fine">
        <To href="/forgot-password">{t('reset.again')}</To>
      </p>
    </div>
  );
}
