/** As order-service keeps them: case, spaces and hyphens do not count. */
export function codeOf(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/** What is no code in any shop of ours need not be asked about. */
export function isCode(code: string): boolean {
  return /^[A-Z0-9]{3,40}$/.test(code);
}

export const MOST_CODES = 5;
