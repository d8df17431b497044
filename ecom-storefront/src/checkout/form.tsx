'use client';

import { useActionState, useEffect, useRef } from 'react';
import type { Row } from '@/bill/model';
import { BillRows } from '@/bill/rows';
import { To } from '@/ui/link';
import { advance } from './actions';
import { AddressStep } from './address-step';
import type { CheckoutState } from './model';
import type { Asked } from './rules';
import { ReviewStep } from './review-step';
import type { CheckoutWords } from './words';


type Props = {
  start: CheckoutState;
  /** What is in the basket, until it is known where it goes. */
  goods: Row[];
  countries: { code: string; name: string }[];
  asked: Asked;
  needsEmail: boolean;
  words: CheckoutWords;
};

/** Works as plain forms before any script has come, and after none ever does. */
export function CheckoutForm({ start, goods, countries, asked, needsEmail, words }: Props) {
  const [state, submit, isPending] = useActionState(advance, start);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = state.review ? 'review' : 'address';
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      heading.current?.focus();
    }
  }, [step]);
  const common = { state, submit, isPending, words };
  const steps = (
    <section key="steps" className="checkout" aria-labelledby="checkout-step">
      <ol className="stepper" aria-label={words.steps}>
        <li aria-current={step === 'address' ? 'step' : undefined}>{words['step-address']}</li>
        <li aria-current={step === 'review' ? 'step' : undefined}>{words['step-review']}</li>
      </ol>
      <h2 id="checkout-step" className="unseen" ref={heading} tabIndex={-1}>
        {words[`step-${step}`]}
      </h2>
      {state.message && (
        <div className="notice wrong" role="alert">
          <p>{state.message}</p>
        </div>
      )}
      {state.review ? (
        <ReviewStep {...common} review={state.review} nameOf={(code) => countries.find((it) => it.code === code)?.name ?? code} />
      ) : (
        <AddressStep {...common} countries={countries} asked={asked} needsEmail={needsEmail} />
      )}
    </section>
  );
  const bill = (
    <aside key="bill" className="summary" aria-label={words.summary}>
      <h2>{words.summary}</h2>
      <BillRows rows={state.review?.rows ?? goods} />
      <p className="fine">
        <To href="/cart">{words.change}</To>
      </p>
    </aside>
  );
  // On a narrow screen, who is about to pay has read the bill; who types an address has the form first.
  return <div className="with-summary">{state.review ? [bill, steps] : [steps, bill]}</div>;
}
