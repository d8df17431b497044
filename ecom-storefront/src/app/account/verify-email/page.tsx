import type { Metadata } from 'next';
import { MailForm } from '@/account/mail-form';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('verify.title'), robots: { index: false } };
}

export default async function VerifyEmailPage() {
  const t = await words();
  return (
    <div className="slim-page band">
      <h1>{t('verify.title')}</h1>
      <p>{t('verify.help')}</p>
      <noscript>
        <p className="notice wrong">{t('mail.needs-script')}</p>
      </noscript>
      <MailForm kind="verify" words={{ submit: t('verify.confirm'), waiting: t('account.waiting'), noToken: t('mail.no-token') }} />
    </div>
  );
}
