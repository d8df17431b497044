import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Said } from '@/frame/said';
import { who, type Who } from '@/session/who';
import { To } from '@/ui/link';
import type { Key } from '@/words';
import { words } from '@/words/server';
import { signOut } from './actions';

export const PARTS = ['orders', 'wishlist', 'reviews', 'profile', 'addresses', 'security', 'privacy'] as const;
export type Part = (typeof PARTS)[number];

/** Who has no account signs in first, and comes back. Where nobody can tell, the page says so itself. */
export async function customer(part?: Part): Promise<Who> {
  const it = await who();
  if (it.kind === 'visitor' || it.kind === 'guest') {
    redirect(`/sign-in?returnTo=/account${part ? `/${part}` : ''}`);
  }
  return it;
}

type Props = { part?: Part; title: string; children: ReactNode };

/** All of an account's pages beside each other. */
export async function AccountFrame({ part, title, children }: Props) {
  const t = await words();
  return (
    <div className="wide band with-parts">
      <nav className="parts" aria-label={t('account.parts')}>
        <ul>
          {PARTS.map((it) => (
            <li key={it}>
              <To href={`/account/${it}`} aria-current={it === part ? 'page' : undefined}>
                {t(`account.part.${it}` as Key)}
              </To>
            </li>
          ))}
        </ul>
        <form action={signOut}>
          <button className="plain" type="submit">
            {t('header.sign-out')}
          </button>
        </form>
      </nav>
      <section className="part" aria-labelledby="part-title">
        <Said />
        <h1 id="part-title">{title}</h1>
        {children}
      </section>
    </div>
  );
}
