import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { BetaBanner } from '@/frame/beta';
import { Footer } from '@/frame/footer';
import { Header } from '@/frame/header';
import { Offline } from '@/offline/register';
import { NAME } from '@/ui/brand';
import { who } from '@/session/who';
import { settings } from '@/settings';
import { directionOf } from '@/words';
import { words } from '@/words/server';
import '@/ui/tokens.css';
import '@/ui/base.css';
import '@/ui/shop.css';

const display = localFont({
  src: '../../node_modules/@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2',
  variable: '--font-display',
  weight: '100 900',
});
const text = localFont({
  src: '../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  variable: '--font-text',
  weight: '300 900',
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await words();
  return {
    metadataBase: new URL(settings.origin()),
    title: { default: `${NAME}: ${t('home.title')}`, template: `%s · ${NAME}` },
    description: t('home.description'),
    applicationName: NAME,
    openGraph: { siteName: NAME, type: 'website', locale: t.language, title: `${NAME}: ${t('home.title')}`, description: t('home.description') },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f1' },
    { media: '(prefers-color-scheme: dark)', color: '#161512' },
  ],
  colorScheme: 'light dark',
};

export default async function Layout({ children }: { children: ReactNode }) {
  const [t, it] = await Promise.all([words(), who()]);
  return (
    <html lang={t.language} dir={directionOf(t.language)} className={`${display.variable} ${text.variable}`}>
      <body>
        <Header />
        <BetaBanner />
        <main id="content" tabIndex={-1}>
          {it.kind === 'unavailable' && (
            <p className="notice wrong" role="status">
              {t('session.unavailable')}
            </p>
          )}
          {children}
        </main>
        <Footer />
        {settings.isBuilt() && <Offline />}
      </body>
    </html>
  );
}
