import { settings } from '@/settings';

const WEEK = 7 * 24 * 60 * 60;

/** As long as a session may sleep in auth-service. */
const TWO_WEEKS = 2 * WEEK;

const HOUR = 60 * 60;
const MONTH = 30 * 24 * HOUR;

/** `__Host-` cookies cannot be set by another host or over http; browsers take them over https alone. */
export function cookieName(name: 'access' | 'refresh' | 'attempt' | 'notice' | 'language' | 'beta'): string {
  return settings.isSecure() ? `__Host-${name}` : name;
}

/** Scripts never see a cookie of ours, and other sites never have one sent with what they post. */
export function cookieOptions(maxAge: number) {
  return { httpOnly: true, sameSite: 'lax', secure: settings.isSecure(), path: '/', maxAge } as const;
}

export const LIVES = { access: WEEK, refresh: TWO_WEEKS, attempt: 12 * HOUR, notice: 60, language: 52 * WEEK, beta: MONTH };
