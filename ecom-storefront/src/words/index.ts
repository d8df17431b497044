import ar from './ar.json';
import de from './de.json';
import en from './en.json';

export type Key = keyof typeof en;
/** By the categories of CLDR; a language that has more of them than a text has uses `other` for the rest. */
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
type Catalogue = Record<Key, string | Plural>;

export const LANGUAGES = ['en', 'de', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES: Record<Language, Catalogue> = { en, de, ar };

export type Params = Record<string, string | number>;
export type Translate = ((key: Key, params?: Params) => string) & { language: Language };

/** Words of one language. `count` among the parameters chooses the plural. */
export function translator(language: Language): Translate {
  const plurals = new Intl.PluralRules(language);
  const translate = (key: Key, params: Params = {}) => {
    const found = CATALOGUES[language][key];
    const text = typeof found === 'string' ? found : (found[plurals.select(Number(params.count))] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = params[name];
      return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : (value ?? whole);
    });
  };
  return Object.assign(translate, { language });
}

export function isKey(key: string): key is Key {
  return Object.hasOwn(en, key);
}

/** The first language of `Accept-Language` that there is, whatever its region. */
export function languageFrom(chosen: string | undefined, accepted: string | null): Language {
  const wishes = [
    chosen ?? '',
    ...(accepted ?? '')
      .split(',')
      .map((it) => it.split(';q='))
      .sort((a, b) => Number(b[1] ?? 1) - Number(a[1] ?? 1))
      .map(([tag = '']) => tag.trim()),
  ].map((it) => it.toLowerCase().split('-')[0]);
  return LANGUAGES.find((it) => it === wishes.find((wish) => LANGUAGES.some((known) => known === wish))) ?? 'en';
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur'].includes(language) ? 'rtl' : 'ltr';
}
