import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  // The folder above has no lockfile of its own; without this Next looks for one and guesses.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // What ./ecom says; the development server expects localhost.
  allowedDevOrigins: ['127.0.0.1'],
  // Browsers ask for it by themselves where a page has not named its icon yet.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
    // It has no policy from the proxy, and asks for pages of ours alone.
    { source: '/sw.js', headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; connect-src 'self'" }] },
  ],
};

export default config;
