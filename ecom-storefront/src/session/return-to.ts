const ALLOWED = [
  /^\/$/,
  /^\/(cart|checkout|search|categories|account\/orders)$/,
  // Letters outside ASCII are escaped; nothing else is, so that no address hides another.
  /^\/categories\/(?:[\w-]|%[89a-f][0-9a-f])+$/i,
  /^\/products\/[\w-]+$/,
  /^\/orders\/[0-9a-f-]{36}$/,
];

/** Where somebody goes on after signing in: a page of ours that is named here, and never another site. */
export function returnTo(wish: unknown, otherwise = '/'): string {
  if (typeof wish !== 'string' || wish.length > 500) {
    return otherwise;
  }
  const [path = '', query] = wish.split('?', 2);
  const isPlain = query === undefined || /^[\w=&%.~+-]*$/.test(query);
  return ALLOWED.some((it) => it.test(path)) && isPlain ? wish : otherwise;
}
