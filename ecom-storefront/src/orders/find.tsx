'use client';

import { useActionState } from 'react';
import type { Row } from '@/bill/model';
import { BillRows } from '@/bill/rows';
import type { FormState } from '@/forms/state';
import { Field } from '@/ui/field';
import { find } from './find-actions';

/** All of it in words. */
type Found = {
  title: string;
  date: string;
  stage: string;
  status: string;
  reason?: string;
  rows: Row[];
  milestones: { at: string; when: string; what: string }[];
};
export type FoundState = FormState & { found?: Found };

export type FindWords = { number: string; numberHint: string; email: string; submit: string; waiting: string; timeline: string };

/** Works as a plain form before any script has come, and after none ever does. */
export function FindOrder({ start, words }: { start: FoundState; words: FindWords }) {
  const [state, submit, isPending] = useActionState(find, start);
  return (
    <>
      <form action={submit} className="account" noValidate>
        {state.message && (
          <div className="notice wrong" role="alert">
            <p>{state.message}</p>
          </div>
        )}
        <Field
          key={`number ${state.turn}`}
          name="orderNumber"
          label={words.number}
          hint={words.numberHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={40}
          defaultValue={state.values.orderNumber}
          wrong={state.wrong.orderNumber}
        />
        <Field key={`email ${state.turn}`} name="email" label={words.email} type="email" inputMode="email" autoComplete="email" required maxLength={254} defaultValue={state.values.email} wrong={state.wrong.email} />
        <button className="button" type="submit" disabled={isPending}>
          {isPending ? words.waiting : words.submit}
        </button>
      </form>
      {state.found && (
        <section className="stack" aria-label={state.found.title} role="status">
          <h2>{state.found.title}</h2>
          <p className="fine">{state.found.date}</p>
          <p className={`badge-line ${state.found.stage}`}>{state.found.status}</p>
          {state.found.reason && <p>{state.found.reason}</p>}
          <div className="order-lines">
            <BillRows rows={state.found.rows} />
          </div>
          <h3>{words.timeline}</h3>
          <ol className="timeline">
            {state.found.milestones.map((it) => (
              <li key={`${it.at} ${it.what}`}>
                {it.what} <time dateTime={it.at}>{it.when}</time>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
