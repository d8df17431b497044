import 'server-only';
import { cache } from 'react';
import { cookies, headers } from 'next/headers';
import { cookieName } from '@/session/names';
import { languageFrom, translator } from './index';

/** The words of whoever asks for this page. */
export const words = cache(async () => {
  const chosen = (await cookies()).get(cookieName('language'))?.value;
  return translator(languageFrom(chosen, (await headers()).get('accept-language')));
});
