import { Field } from '@/ui/field';
import type { CheckoutState, Field as Name } from './model';
import type { CheckoutWords } from './words';

type Props = {
  state: CheckoutState;
  submit: (form: FormData) => void;
  isPending: boolean;
  countries: { code: string; name: string }[];
  needsEmail: boolean;
  words: CheckoutWords;
};

/** Who gets it, and where. The country decides about shipping and taxes. */
export function AddressStep({ state, submit, isPending, countries, needsEmail, words }: Props) {
  const why = (name: Name) => (state.wrong[name] ? words[state.wrong[name]] : undefined);
  const field = (name: Name, autoComplete: string, more = {}) => (
    <Field key={`${name} ${state.values[name]}`} name={name} label={words[name]} autoComplete={autoComplete} defaultValue={state.values[name]} wrong={why(name)} {...more} />
  );
  return (
    <form action={submit} className="checkout" noValidate>
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
      <button className="button full" type="submit" name="step" value="review" disabled={isPending}>
        {isPending ? words.pricing : words['to-review']}
      </button>
    </form>
  );
}
