import failed from './failed.json';

type Language = keyof typeof failed;

/**
 * The few words for pages that failed. They come along with the script, since nobody can be asked for them any more, in
 * the language of the page that failed or else of the browser.
 */
export function wordsOfFailure(): (typeof failed)['en'] & { language: Language } {
  const wishes = typeof document === 'undefined' ? [] : [document.documentElement.lang, ...navigator.languages];
  const known = wishes.map((it) => it.split('-')[0] ?? '').find((it): it is Language => Object.hasOwn(failed, it)) ?? 'en';
  return { ...failed[known], language: known };
}
