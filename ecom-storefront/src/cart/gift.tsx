import type { Translate } from '@/words';
import { writeGiftMessage } from './actions';

/** Waits here for the checkout, and goes with the goods. */
export function GiftMessage({ message, t }: { message: string; t: Translate }) {
  return (
    <details className="details" open={message !== ''}>
      <summary>{t('cart.gift')}</summary>
      <form action={writeGiftMessage} className="field" noValidate>
        <label htmlFor="gift-message">{t('checkout.giftMessage')}</label>
        <textarea id="gift-message" name="giftMessage" rows={3} maxLength={300} defaultValue={message} key={message} />
        <button className="button quiet" type="submit">
          {t('cart.gift-keep')}
        </button>
      </form>
    </details>
  );
}
