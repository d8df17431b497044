import { Field } from '@/ui/field';
import { CARDS, isBilledElsewhere, type CheckoutState, type Review, type Values } from './model';
import type { CheckoutWords } from './words';

type Props = {
  state: CheckoutState;
  review: Review;
  submit: (form: FormData) => void;
  isPending: boolean;
  nameOf: (country: string) => string;
  words: CheckoutWords;
};

/** What is agreed to, and Pay. Whatever changes what it costs asks for a new quote at once, so that Pay is for what is shown. */
export function ReviewStep({ state, review, submit, isPending, nameOf, words }: Props) {
  const { values } = state;
  const said = (['taxId', 'note', 'giftMessage'] as const).filter((it) => values[it]);
  return (
    <>
      {review.changes.length > 0 && (
        <div className="notice" role="status">
          <p>{words.changed}</p>
          <ul>
            {review.changes.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </div>
      )}
      <form action={submit} className="chosen" aria-labelledby="checkout-delivery">
        <h3 id="checkout-delivery">{words.delivery}</h3>
        <address>
          <Lines of={[...linesOf(values, '', nameOf), values.email, values.phone]} />
        </address>
        {isBilledElsewhere(values) && (
          <>
            <h3>{words.billingAddress}</h3>
            <address>
              <Lines of={linesOf(values, 'billing.', nameOf)} />
            </address>
          </>
        )}
        {said.length > 0 && (
          <dl>
            {said.map((it) => (
              <div key={it}>
                <dt>{words[`${it}Said`]}</dt>
                <dd>{values[it]}</dd>
              </div>
            ))}
          </dl>
        )}
        <button className="button quiet small" type="submit" name="step" value="address" disabled={isPending}>
          {words['change-address']}
        </button>
      </form>
      {review.methods.length > 0 && (
        <form action={submit} className="methods" aria-labelledby="checkout-method">
          <h3 id="checkout-method">{words.method}</h3>
          {review.methods.map((it) => (
            <button key={it.id} className="choice" type="submit" name="step" value={`method:${it.id}`} aria-pressed={it.isChosen} disabled={isPending}>
              <span>{it.name}</span>
              <span>{it.price}</span>
            </button>
          ))}
        </form>
      )}
      <form action={submit} className="codes" aria-labelledby="checkout-codes" noValidate>
        <h3 id="checkout-codes">{words.codes}</h3>
        <div className="with-button">
          <Field name="code" label={words.code} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={50} wrong={state.codeMessage} />
          <button className="button quiet" type="submit" name="step" value="code" disabled={isPending}>
            {words.apply}
          </button>
        </div>
        {review.codes.length > 0 && (
          <ul>
            {review.codes.map((it) => (
              <li key={it.code}>
                <span>
                  <strong>{it.code}</strong> {it.note && <span className="fine">{it.note}</span>}
                </span>
                <button className="plain" type="submit" name="step" value={`forget:${it.code}`} aria-label={`${words.forget} ${it.code}`} disabled={isPending}>
                  {words.forget}
                </button>
              </li>
            ))}
          </ul>
        )}
      </form>
      <form action={submit} className="checkout" key={state.attempt} noValidate>
        <fieldset className="cards-to-pay">
          <legend>{words.payment}</legend>
          {review.hasToBePaid ? (
            <>
              <p className="fine">{words.paymentNote}</p>
              {CARDS.map((it) => (
                <label key={it} className="choice">
                  <input type="radio" name="card" value={it} defaultChecked={(values.card || CARDS[0]) === it} />
                  <span>{words[it]}</span>
                </label>
              ))}
              {state.wrong.card && <p className="why">{words[state.wrong.card]}</p>}
            </>
          ) : (
            <p>{words['nothing-to-pay']}</p>
          )}
        </fieldset>
        <button className="button full pay" type="submit" name="step" value="pay" disabled={isPending}>
          {isPending ? words.paying : words.pay.replace('{total}', review.total)}
        </button>
      </form>
    </>
  );
}

function linesOf(values: Values, prefix: '' | 'billing.', nameOf: Props['nameOf']): string[] {
  const of = (part: 'recipient' | 'line1' | 'line2' | 'postalCode' | 'city' | 'region' | 'country') => values[`${prefix}${part}`];
  return [of('recipient'), of('line1'), of('line2'), [of('postalCode'), of('city')].filter(Boolean).join(' '), of('region'), nameOf(of('country'))];
}

function Lines({ of }: { of: string[] }) {
  return of.filter(Boolean).map((line, at) => <span key={at}>{line}</span>);
}
