'use client';

import { useActionState } from 'react';
import { Field } from '@/ui/field';
import { register, signIn } from './actions';

export type AccountWords = Record<'email' | 'password' | 'passwordHint' | 'code' | 'codeHint' | 'submit' | 'waiting', string>;

type Props = { kind: 'sign-in' | 'register'; returnTo: string; problems: Record<string, string>; words: AccountWords };

export function AccountForm({ kind, returnTo, problems, words }: Props) {
  const isNew = kind === 'register';
  const [state, submit, isPending] = useActionState(isNew ? register : signIn, { email: '' });
  const { problem } = state;
  return (
    <form action={submit} className="account" noValidate>
      <input type="hidden" name="returnTo" value={returnTo} />
      {problem && (
        <div className="notice wrong" role="alert">
          <p>{problems[problem.code] ?? problems[`status ${problem.status}`] ?? problems.otherwise}</p>
        </div>
      )}
      <Field name="email" label={words.email} type="email" inputMode="email" autoComplete="username" required maxLength={254} defaultValue={state.email} key={state.email} />
      <Field
        name="password"
        label={words.password}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        maxLength={128}
        hint={isNew ? words.passwordHint : undefined}
      />
      {state.needsCode && <Field name="code" label={words.code} inputMode="numeric" autoComplete="one-time-code" hint={words.codeHint} />}
      <button className="button full" type="submit" disabled={isPending}>
        {isPending ? words.waiting : words.submit}
      </button>
    </form>
  );
}
