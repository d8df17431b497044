'use client';

import { useActionState, type ReactNode } from 'react';
import { startOf } from '@/forms/state';
import { Field } from '@/ui/field';
import { confirmSecondFactor, proposeSecondFactor, type Confirmed, type Proposed } from './security-actions';

type Words = Record<'password' | 'begin' | 'secret' | 'open' | 'code' | 'confirm' | 'waiting' | 'codes' | 'codesHelp' | 'ready', string>;

type Props = {
  /** With what it is switched off; shown once it is on and its recovery codes were seen. */
  children: ReactNode;
  isOn: boolean;
  words: Words;
};

/** Password, then the app, then its first code, then recovery codes: each step on the same page. */
export function SetUpSecondFactor({ children, isOn, words }: Props) {
  const [proposed, propose, isProposing] = useActionState<Proposed, FormData>(proposeSecondFactor, startOf());
  const [confirmed, confirm, isConfirming] = useActionState<Confirmed, FormData>(confirmSecondFactor, startOf());
  if (confirmed.recoveryCodes) {
    return (
      <div className="stack" role="status">
        <h3>{words.codes}</h3>
        <p>{words.codesHelp}</p>
        <ul className="recovery">
          {confirmed.recoveryCodes.map((it) => (
            <li key={it}>
              <code>{it}</code>
            </li>
          ))}
        </ul>
        <p>
          <a className="button" href="/account/security">
            {words.ready}
          </a>
        </p>
      </div>
    );
  }
  if (isOn) {
    return children;
  }
  if (!proposed.secret) {
    return (
      <form action={propose} className="account" noValidate>
        <Wrong message={proposed.message} />
        <Field name="password" label={words.password} type="password" autoComplete="current-password" required wrong={proposed.wrong.password} />
        <button className="button quiet" type="submit" disabled={isProposing}>
          {isProposing ? words.waiting : words.begin}
        </button>
      </form>
    );
  }
  return (
    <form action={confirm} className="account" noValidate>
      <Wrong message={confirmed.message} />
      <p>{words.secret}</p>
      <p>
        <code>{proposed.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      {proposed.uri && (
        <p>
          <a href={proposed.uri}>{words.open}</a>
        </p>
      )}
      <Field name="code" label={words.code} inputMode="numeric" autoComplete="one-time-code" required wrong={confirmed.wrong.code} />
      <button className="button" type="submit" disabled={isConfirming}>
        {isConfirming ? words.waiting : words.confirm}
      </button>
    </form>
  );
}

function Wrong({ message }: { message?: string }) {
  return (
    message && (
      <div className="notice wrong" role="alert">
        <p>{message}</p>
      </div>
    )
  );
}
