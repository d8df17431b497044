import { afterEach, expect, test, vi } from 'vitest';
import { contentSecurityPolicy } from './csp';

afterEach(() => vi.unstubAllEnvs());

test('a page runs what its nonce names, and shows pictures of the sites that were allowed', () => {
  vi.stubEnv('ECOM_STOREFRONT_IMAGEORIGINS', 'https://pictures.example, https://more.example');
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("img-src 'self' https://pictures.example https://more.example;");
  expect(policy).toContain("worker-src 'self'");
  expect(policy).toContain("style-src-attr 'none'");
  expect(policy).not.toContain('unsafe');
});
