import type { Translate } from '@/words';

type Labels = Record<string, string>;

export type Attribute = {
  name: string;
  kind: 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'CHOICE';
  unit?: string | null;
  choices: { value: string; labels: Labels }[];
  labels: Labels;
};

export type ProductType = { code: string; attributes: Attribute[] };

/** What people call attributes and their values. */
export type Vocabulary = {
  nameOf: (attribute: string) => string;
  valueOf: (attribute: string, value: string | number | boolean) => string;
};

/**
 * The words of all types, or of one. An attribute that no type has is called by its name, and a value without a label says
 * what it is.
 */
export function vocabularyOf(types: ProductType[], t: Translate, code?: string): Vocabulary {
  const known = new Map<string, Attribute>();
  for (const attribute of types.filter((it) => code === undefined || it.code === code).flatMap((it) => it.attributes)) {
    if (!known.has(attribute.name)) {
      known.set(attribute.name, attribute);
    }
  }
  const said = (labels: Labels) => labels[t.language] ?? labels.en;
  return {
    nameOf: (name) => said(known.get(name)?.labels ?? {}) ?? name.replaceAll('_', ' '),
    valueOf: (name, value) => {
      const attribute = known.get(name);
      const text = String(value);
      if (attribute?.kind === 'BOOLEAN' || typeof value === 'boolean') {
        return t(text === 'true' ? 'yes' : 'no');
      }
      if (attribute?.kind === 'NUMBER' && Number.isFinite(Number(text))) {
        const number = new Intl.NumberFormat(t.language, { maximumFractionDigits: 10 }).format(Number(text));
        return attribute.unit ? `${number} ${attribute.unit}` : number;
      }
      return said(attribute?.choices.find((it) => it.value === text)?.labels ?? {}) ?? text;
    },
  };
}
