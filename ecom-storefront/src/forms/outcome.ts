import 'server-only';
import type { Problem } from '@/api/answer';
import { wordsFor } from '@/words/problems';
import { words } from '@/words/server';
import type { FormState } from './state';

/** Nobody gets a secret back that they typed. */
const SECRET = /password|code|token/i;

/** The form as it was, with what the shop has against it. */
export async function refused(before: FormState, form: FormData, problem: Problem): Promise<FormState> {
  const t = await words();
  const wrong = problem.errors.map((it) => [it.field.split('.').at(-1) ?? '', t('checkout.invalid')] as const);
  return { ...kept(before, form), wrong: Object.fromEntries(wrong), message: wordsFor(problem, t) };
}

/** The form as it was, if one of these is empty. */
export async function lacking(before: FormState, form: FormData, needed: readonly string[]): Promise<FormState | null> {
  const empty = needed.filter((it) => !String(form.get(it) ?? '').trim());
  if (empty.length === 0) {
    return null;
  }
  const t = await words();
  const wrong = Object.fromEntries(empty.map((it) => [it, t('checkout.missing')]));
  return { ...kept(before, form), wrong, message: t('problem.FIELDS_MISSING') };
}

/** An empty form that says what it did. */
export async function finished(before: FormState, done: string): Promise<FormState> {
  return { turn: before.turn + 1, values: {}, wrong: {}, done };
}

function kept(before: FormState, form: FormData): FormState {
  const typed = [...form].filter((it): it is [string, string] => typeof it[1] === 'string' && !SECRET.test(it[0]) && !it[0].startsWith('$'));
  return { turn: before.turn + 1, values: Object.fromEntries(typed), wrong: {} };
}
