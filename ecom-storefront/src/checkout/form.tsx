'use client';

import { useActionState } from 'react';
import { Field } from '@/ui/field';
import { pay } from './actions';
import { CARDS, type CheckoutState, type Field as Name } from './model';

export type CheckoutWords = Record<
  | Name
  | 'contact'
  | 'emailHint'
  | 'delivery'
  | 'payment'
  | 'paymentNote'
  | 'pay'
  | 'paying'
  | 'missing'
  | 'invalid'
  | 'chooseCountry'
  | 'optional'
  | (typeof CARDS)[number],
  string
>;

type Props = {
  start: CheckoutState;
  total: { amount: number; currency: string };
  /** Words for every problem that the shop may answer with, by code. */
  problems: Record<string, string>;
  countries: { code: string; name: string }[];
  needsEmail: boolean;
  words: CheckoutWords;
};

/** Works as a plain form before any script has come, and after none ever does. */
export function CheckoutForm({ start, total, problems, countries, needsEmail, words }: Props) {
  const [state, submit, isPending] = useActionState(pay, start);
  const why = (name: Name) => (state.wrong[name] ? words[state.wrong[name]] : undefined);
  const field = (name: Name, autoComplete: string, more = {}) => (
    <Field name={name} label={words[name]} autoComplete={autoComplete} defaultValue={state.values[name]} wrong={why(name)} {...more} />
  );
  return (
    <form action={submit} className="checkout" key={state.attempt} noValidate>
      <input type="hidden" name="attempt" value={state.attempt} />
      <input type="hidden" name="amount" value={total.amount} />
      <input type="hidden" name="currency" value={total.currency} />
      {state.problem && (
        <div className="notice wrong" role="alert">
          <p>{problems[state.problem.code] ?? problems[`status ${state.problem.status}`] ?? problems.otherwise}</p>
        </div>
      )}
      {needsEmail && (
        <fieldset>
          <legend>{words.contact}</legend>
          {field('email', 'email', { type: 'email', inputMode: 'email', required: true, maxLength: 254, hint: words.emailHint })}
        </fieldset>
      )}
      <fieldset>
        <legend>{words.delivery}</legend>
        {field('recipient', 'name', { required: true, maxLength: 120 })}
        {field('line1', 'address-line1', { required: true, maxLength: 180 })}
        {field('line2', 'address-line2', { maxLength: 180 })}
        <div className="pair">
          {field('postalCode', 'postal-code', { maxLength: 20 })}
          {field('city', 'address-level2', { required: true, maxLength: 80 })}
        </div>
        <div className="pair">
          {field('region', 'address-level1', { maxLength: 80 })}
          <div className={state.wrong.country ? 'field wrong' : 'field'}>
            <label htmlFor="field-country">{words.country}</label>
            <select id="field-country" key={state.values.country} name="country" autoComplete="country" required defaultValue={state.values.country} aria-invalid={state.wrong.country ? true : undefined}>
              <option value="">{words.chooseCountry}</option>
              {countries.map((it) => (
                <option key={it.code} value={it.code}>
                  {it.name}
                </option>
              ))}
            </select>
            {state.wrong.country && <p className="why">{words[state.wrong.country]}</p>}
          </div>
        </div>
      </fieldset>
      <fieldset className="cards-to-pay">
        <legend>{words.payment}</legend>
        <p className="fine">{words.paymentNote}</p>
        {CARDS.map((it) => (
          <label key={it} className="choice">
            <input type="radio" name="card" value={it} defaultChecked={state.values.card === it} />
            <span>{words[it]}</span>
          </label>
        ))}
        {state.wrong.card && <p className="why">{words[state.wrong.card]}</p>}
      </fieldset>
      <button className="button full pay" type="submit" aria-disabled={isPending} disabled={isPending}>
        {isPending ? words.paying : words.pay}
      </button>
    </form>
  );
}
