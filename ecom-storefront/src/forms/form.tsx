'use client';

import { useActionState, useId } from 'react';
import { Field } from '@/ui/field';
import type { FormState } from './state';

type Input = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  maxLength?: number;
  autoComplete?: string;
  type?: 'text' | 'email' | 'password' | 'tel';
  inputMode?: 'numeric' | 'email' | 'tel';
  /** What there is to choose from, for a list. */
  options?: { value: string; label: string }[];
  /** For a text of several lines. */
  rows?: number;
};

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  start: FormState;
  inputs: Input[];
  /** Goes along unseen. */
  hidden?: Record<string, string | undefined>;
  submit: string;
  waiting: string;
  isQuiet?: boolean;
};

/** Works as a plain form before any script has come, and after none ever does. */
export function ActionForm({ action, start, inputs, hidden = {}, submit, waiting, isQuiet }: Props) {
  const [state, send, isPending] = useActionState(action, start);
  return (
    <form action={send} className="account" noValidate>
      {Object.entries(hidden).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
      {state.message && (
        <div className="notice wrong" role="alert">
          <p>{state.message}</p>
        </div>
      )}
      {state.done && (
        <p className="notice done" role="status">
          {state.done}
        </p>
      )}
      {inputs.map((it) => (
        <OneInput key={`${it.name} ${state.turn}`} input={it} value={state.values[it.name] ?? ''} wrong={state.wrong[it.name]} />
      ))}
      <button className={isQuiet ? 'button quiet' : 'button'} type="submit" disabled={isPending}>
        {isPending ? waiting : submit}
      </button>
    </form>
  );
}

function OneInput({ input, value, wrong }: { input: Input; value: string; wrong?: string }) {
  const { options, rows, ...rest } = input;
  const id = useId();
  if (!options && !rows) {
    return <Field {...rest} defaultValue={value} wrong={wrong} />;
  }
  const common = {
    id,
    name: input.name,
    required: input.required,
    defaultValue: value,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
  } as const;
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{input.label}</label>
      {options ? (
        <select {...common} autoComplete={input.autoComplete}>
          {options.map((it) => (
            <option key={it.value} value={it.value}>
              {it.label}
            </option>
          ))}
        </select>
      ) : (
        <textarea {...common} rows={rows} maxLength={input.maxLength} />
      )}
      {wrong && (
        <p className="why" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
