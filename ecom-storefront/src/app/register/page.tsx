import type { Metadata } from 'next';
import { AccountPage } from '@/account/page';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.register'), robots: { index: false } };
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  return <AccountPage kind="register" wish={(await searchParams).returnTo} />;
}
