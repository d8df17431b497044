import { useId, useState } from 'react';
import { Field } from '@/ui/field';
import { ADDRESS, type CheckoutState, type Field as Name } from './model';
import type { Asked } from './rules';
import type { CheckoutWords } from './words';

type Props = {
  state: CheckoutState;
  /** Of the names of the fields. */
  prefix: '' | 'billing.';
  countries: { code: string; name: string }[];
  asked: Asked;
  words: CheckoutWords;
};

type Part = (typeof ADDRESS)[number];

/**
 * An address, with no field to be seen that means nothing in its country. Before any script has come all of them are; later
 * they keep what was typed, so that nobody loses it who goes through the countries by the keyboard.
 */
export function AddressFields({ state, prefix, countries, asked, words }: Props) {
  const named = (part: Part): Name => `${prefix}${part}`;
  const id = useId();
  const [country, setCountry] = useState(state.values[named('country')]);
  const purpose = prefix === '' ? 'shipping' : 'billing';
  const isNeeded = prefix === '';
  const field = (part: Part, autoComplete: string, more: { label?: string; required?: boolean; maxLength: number }) => (
    <Field
      key={`${part} ${state.values[named(part)]}`}
      name={named(part)}
      label={words[part]}
      autoComplete={`${purpose} ${autoComplete}`}
      defaultValue={state.values[named(part)]}
      wrong={whyNot(state, named(part), words)}
      {...more}
    />
  );
  const wrongCountry = whyNot(state, named('country'), words);
  return (
    <>
      {field('recipient', 'name', { required: isNeeded, maxLength: 120 })}
      {field('line1', 'address-line1', { required: isNeeded, maxLength: 180 })}
      {field('line2', 'address-line2', { maxLength: 180 })}
      <div className="pair">
        <div hidden={asked.withoutPostalCode.includes(country)}>{field('postalCode', 'postal-code', { maxLength: 20 })}</div>
        {field('city', 'address-level2', { required: isNeeded, maxLength: 80 })}
      </div>
      <div className="pair">
        <div hidden={asked.withoutRegion.includes(country)}>
          {field('region', 'address-level1', { label: asked.withRegion.includes(country) ? words.regionNeeded : words.region, maxLength: 80 })}
        </div>
        <div className={wrongCountry ? 'field wrong' : 'field'}>
          <label htmlFor={id}>{words.country}</label>
          <select
            id={id}
            key={state.values[named('country')]}
            name={named('country')}
            autoComplete={`${purpose} country`}
            required={isNeeded}
            defaultValue={state.values[named('country')]}
            onChange={(event) => setCountry(event.target.value)}
            aria-invalid={wrongCountry ? true : undefined}
          >
            <option value="">{words.chooseCountry}</option>
            {countries.map((it) => (
              <option key={it.code} value={it.code}>
                {it.name}
              </option>
            ))}
          </select>
          {wrongCountry && <p className="why">{wrongCountry}</p>}
        </div>
      </div>
    </>
  );
}

/** What is to be said below a field. */
export function whyNot(state: CheckoutState, name: Name, words: CheckoutWords): string | undefined {
  const reason = state.wrong[name];
  const example = state.examples?.[name];
  return reason && (example ? words.example.replace('{example}', example) : words[reason]);
}
