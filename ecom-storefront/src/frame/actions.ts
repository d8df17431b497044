'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cookieName, cookieOptions, LIVES } from '@/session/names';
import { pageOf } from '@/session/return-to';
import { settings } from '@/settings';

/** The same page without it. */
export async function hideBeta(): Promise<void> {
  (await cookies()).set(cookieName('beta'), 'hidden', cookieOptions(LIVES.beta));
  redirect(pageOf((await headers()).get('referer'), settings.origin()));
}
