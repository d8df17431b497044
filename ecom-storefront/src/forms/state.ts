/** What a form shows after a try: what was typed, what is wrong with it, and what came of it. All of it in words. */
export type FormState = {
  /** Another one after each try. */
  turn: number;
  values: Record<string, string>;
  wrong: Record<string, string>;
  message?: string;
  done?: string;
};

export function startOf(values: Record<string, string | undefined> = {}): FormState {
  const known = Object.entries(values).filter((it): it is [string, string] => it[1] !== undefined);
  return { turn: 0, values: Object.fromEntries(known), wrong: {} };
}

/** What is in a form under these names, without the space around it. */
export function textsIn<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((it) => [it, String(form.get(it) ?? '').trim()])) as Record<Name, string>;
}

/** The same for a request: what was left empty is absent. */
export function givenIn<Name extends string>(form: FormData, names: readonly Name[]): Partial<Record<Name, string>> {
  const all = Object.entries(textsIn(form, names)) as [Name, string][];
  return Object.fromEntries(all.filter(([, value]) => value !== '')) as Partial<Record<Name, string>>;
}
