import { afterEach, expect, test, vi } from 'vitest';
import { cookieName, cookieOptions } from './names';

afterEach(() => vi.unstubAllEnvs());

test('over https a cookie belongs to the host alone and never goes over http', () => {
  vi.stubEnv('ECOM_STOREFRONT_ORIGIN', 'https://shop.example');
  expect(cookieName('access')).toBe('__Host-access');
  expect(cookieOptions(60)).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
});

test('on the machine of somebody who tries the shop it may', () => {
  vi.stubEnv('ECOM_STOREFRONT_ORIGIN', 'http://127.0.0.1:3000');
  expect(cookieName('access')).toBe('access');
  expect(cookieOptions(60)).toMatchObject({ httpOnly: true, secure: false, sameSite: 'lax' });
});
