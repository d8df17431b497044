import type { Metadata } from 'next';
import { AccountPage } from '@/account/page';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.sign-in'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  return <AccountPage kind="sign-in" wish={(await searchParams).returnTo} />;
}
