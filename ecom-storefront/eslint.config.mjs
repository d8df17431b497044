import next from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

/** Features build on api, session, ui and words; those know no feature, and nothing but a route reaches into another feature. */
const FEATURES = ['catalogue', 'search', 'cart', 'checkout', 'orders', 'reviews', 'account', 'wishlist', 'sitemap'];

const config = [
  { ignores: ['.next/**', 'target/**', '**/node_modules/**', 'src/api/generated/**', 'next-env.d.ts'] },
  ...next,
  ...typescript,
  {
    files: ['src/{api,session,ui,words,forms,bill}/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: FEATURES.map((it) => ({ group: [`@/${it}/*`] })) }],
    },
  },
  {
    files: ['src/catalogue/**', 'src/search/**', 'src/reviews/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/checkout/*', '@/orders/*', '@/account/*'], message: 'Display never depends on checkout.' }] },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/api/**', 'src/address/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'The shop is asked in src/api alone.' }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Settings are in src/settings.ts.' }],
    },
  },
  { files: ['src/settings.ts', 'src/proxy.ts', 'src/csp.ts'], rules: { 'no-restricted-properties': 'off' } },
];

export default config;
