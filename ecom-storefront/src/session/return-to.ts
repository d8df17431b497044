const ALLOWED = [
  /^\/$/,
  /^\/(cart|checkout|search|categories)$/,
  /^\/account(\/(orders|profile|addresses|reviews|security|privacy|wishlist))?$/,
  // Letters outside ASCII are escaped; nothing else is, so that no address hides another.
  /^\/categories\/(?:[\w-]|%[89a-f][0-9a-f])+$/i,
  /^\/products\/[\w-]+$/,
  /^\/(orders|checkout\/confirming)\/[0-9a-f-]{36}$/,
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

/** The page of ours that a form was on, by what the browser says about it, or the start. */
export function pageOf(referer: string | null, origin: string): string {
  const url = referer ? URL.parse(referer) : null;
  const isOurs = url?.origin === origin && url.href.length <= 2_000;
  // Two slashes would be another site.
  return isOurs && /^\/(?![/\\])/.test(url.pathname) ? url.pathname + url.search : '/';
}
