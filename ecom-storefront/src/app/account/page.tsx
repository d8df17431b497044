import type { Metadata } from 'next';
import { AccountFrame, customer, PARTS } from '@/account/frame';
import { readProfile } from '@/account/profile';
import { To } from '@/ui/link';
import type { Key } from '@/words';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.title'), robots: { index: false } };
}

export default async function AccountOverview() {
  await customer();
  const [t, profile] = await Promise.all([words(), readProfile()]);
  return (
    <AccountFrame title={t('account.title')}>
      {profile.ok && <p className="fine">{t('account.signed-in-as', { email: profile.value.email })}</p>}
      <ul className="part-tiles">
        {PARTS.map((it) => (
          <li key={it}>
            <To href={`/account/${it}`}>
              <span className="name">{t(`account.part.${it}` as Key)}</span>
              <span className="fine">{t(`account.about.${it}` as Key)}</span>
            </To>
          </li>
        ))}
      </ul>
    </AccountFrame>
  );
}
