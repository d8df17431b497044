import { settings } from './settings';

/** Nothing runs, loads or is framed but what this document names by its nonce or comes from the shop itself. */
export function contentSecurityPolicy(nonce: string): string {
  // The development server compiles in the browser.
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `style-src-attr ${development ? "'unsafe-inline'" : "'none'"}`,
    ["img-src 'self'", ...settings.imageOrigins()].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
