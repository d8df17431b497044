'use client';

import { useActionState, useEffect, useState } from 'react';
import { startOf } from '@/forms/state';
import { Field } from '@/ui/field';
import { resetPassword, verifyEmail } from './mail-actions';

export type MailWords = { submit: string; waiting: string; noToken: string; password?: string; passwordHint?: string };

/**
 * For who comes from a mail of ours. The mail's token is in the fragment, which browsers send to nobody: only a script can
 * read it, and it is taken out of the address at once.
 */
export function MailForm({ kind, words }: { kind: 'verify' | 'reset'; words: MailWords }) {
  const [state, submit, isPending] = useActionState(kind === 'reset' ? resetPassword : verifyEmail, startOf());
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const found = window.location.hash.slice(1);
    if (found) {
      window.history.replaceState(window.history.state, '', window.location.pathname);
    }
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the server never sees the fragment
    setToken(found);
  }, []);
  if (state.done) {
    return (
      <p className="notice done" role="status">
        {state.done}
      </p>
    );
  }
  if (token === '') {
    return (
      <p className="notice wrong" role="alert">
        {words.noToken}
      </p>
    );
  }
  return (
    <form action={submit} className="account" noValidate>
      <input type="hidden" name="token" value={token ?? ''} />
      {state.message && (
        <div className="notice wrong" role="alert">
          <p>{state.message}</p>
        </div>
      )}
      {kind === 'reset' && (
        <Field
          name="newPassword"
          label={words.password ?? ''}
          type="password"
          autoComplete="new-password"
          required
          maxLength={128}
          hint={words.passwordHint}
          wrong={state.wrong.newPassword}
        />
      )}
      <button className="button full" type="submit" disabled={isPending || !token}>
        {isPending ? words.waiting : words.submit}
      </button>
    </form>
  );
}
