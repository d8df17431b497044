import { redirect } from 'next/navigation';
import { Said } from '@/frame/said';
import { returnTo } from '@/session/return-to';
import { sessionCounts, who } from '@/session/who';
import { To } from '@/ui/link';
import type { Key } from '@/words';
import { accountProblemWords } from '@/words/problems';
import { words } from '@/words/server';
import { AccountForm, type AccountWords } from './form';

type Props = { kind: 'sign-in' | 'register'; wish: string | undefined };

export async function AccountPage({ kind, wish }: Props) {
  const [t, it] = await Promise.all([words(), who()]);
  const next = returnTo(wish, '/account/orders');
  if (it.kind === 'customer' && (await sessionCounts())) {
    redirect(next);
  }
  const other = kind === 'sign-in' ? 'register' : 'sign-in';
  const names = ['email', 'password', 'passwordHint', 'code', 'codeHint', 'waiting'];
  const texts = Object.fromEntries(names.map((name) => [name, t(`account.${name}` as Key)]));
  return (
    <div className="slim-page band">
      <Said />
      <h1>{t(`account.${kind}`)}</h1>
      <AccountForm
        kind={kind}
        returnTo={next}
        problems={accountProblemWords(t)}
        words={{ ...texts, submit: t(`account.${kind}`) } as AccountWords}
      />
      {kind === 'sign-in' && (
        <p className="fine">
          <To href="/forgot-password">{t('forgot.title')}</To>
        </p>
      )}
      <p className="fine">
        {t(`account.${other}-instead`)} <To href={`/${other}?returnTo=${encodeURIComponent(next)}`}>{t(`account.${other}`)}</To>
      </p>
    </div>
  );
}
