import { Field } from '@/ui/field';
import { AddressFields, whyNot } from './address-fields';
import { BILLING, type CheckoutState, type Field as Name } from './model';
import type { Asked } from './rules';
import type { CheckoutWords } from './words';

type Props = {
  state: CheckoutState;
  submit: (form: FormData) => void;
  isPending: boolean;
  countries: { code: string; name: string }[];
  asked: Asked;
  needsEmail: boolean;
  words: CheckoutWords;
};

/** Who gets it, and where; who is billed, if that is somebody else. The country decides about shipping and taxes. */
export function AddressStep({ state, submit, isPending, countries, asked, needsEmail, words }: Props) {
  const { values } = state;
  const isUsed = (names: readonly Name[]) => names.some((it) => values[it] !== '' || state.wrong[it] !== undefined);
  const common = { state, countries, asked, words };
  return (
    <form action={submit} className="checkout" noValidate>
      <fieldset>
        <legend>{words.contact}</legend>
        {needsEmail && (
          <Field
            key={`email ${values.email}`}
            name="email"
            label={words.email}
            autoComplete="email"
            type="email"
            inputMode="email"
            required
            maxLength={254}
            hint={words.emailHint}
            defaultValue={values.email}
            wrong={whyNot(state, 'email', words)}
          />
        )}
        <Field
          key={`phone ${values.phone}`}
          name="phone"
          label={words.phone}
          autoComplete="tel"
          type="tel"
          maxLength={20}
          hint={words.phoneHint}
          defaultValue={values.phone}
          wrong={whyNot(state, 'phone', words)}
        />
      </fieldset>
      <fieldset>
        <legend>{words.delivery}</legend>
        <AddressFields {...common} prefix="" />
      </fieldset>
      <details className="details" open={isUsed(['taxId', ...BILLING])}>
        <summary>{words.billing}</summary>
        <fieldset aria-label={words.billingAddress}>
          <Field
            key={`taxId ${values.taxId}`}
            name="taxId"
            label={words.taxId}
            autoComplete="off"
            maxLength={30}
            hint={words.taxIdHint}
            defaultValue={values.taxId}
            wrong={whyNot(state, 'taxId', words)}
          />
          <p className="fine">{words['billing-hint']}</p>
          <AddressFields {...common} prefix="billing." />
        </fieldset>
      </details>
      <details className="details" open={isUsed(['note', 'giftMessage'])}>
        <summary>{words.extras}</summary>
        <fieldset aria-label={words.extras}>
          <Lines name="note" maxLength={500} {...common} />
          <Lines name="giftMessage" maxLength={300} {...common} />
        </fieldset>
      </details>
      <button className="button full" type="submit" name="step" value="review" disabled={isPending}>
        {isPending ? words.pricing : words['to-review']}
      </button>
    </form>
  );
}

type Text = { name: 'note' | 'giftMessage'; maxLength: number; state: CheckoutState; words: CheckoutWords };

function Lines({ name, maxLength, state, words }: Text) {
  const wrong = whyNot(state, name, words);
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      <label htmlFor={`checkout-${name}`}>{words[name]}</label>
      <textarea
        id={`checkout-${name}`}
        key={state.values[name]}
        name={name}
        rows={3}
        maxLength={maxLength}
        defaultValue={state.values[name]}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `checkout-${name}-wrong` : undefined}
      />
      {wrong && (
        <p className="why" id={`checkout-${name}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
