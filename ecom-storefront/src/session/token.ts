/** What an access token says of itself. Nobody is let in by it: gateway and services verify the token themselves. */
export type Claims = { subject: string; expiresAt: number; roles: string[] };

export function claimsOf(token: string | undefined): Claims | null {
  try {
    const payload = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof payload.sub === 'string' && typeof payload.exp === 'number'
      ? { subject: payload.sub, expiresAt: payload.exp * 1000, roles: Array.isArray(payload.roles) ? payload.roles : [] }
      : null;
  } catch {
    return null;
  }
}

export function isGuest(claims: Claims): boolean {
  return claims.roles.includes('GUEST');
}
