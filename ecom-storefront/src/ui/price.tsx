import type { Money } from '@/api/money';
import type { Translate } from '@/words';
import { formatMoney } from '@/words/money';

type Props = { price: Money; listPrice?: Money | null; t: Translate };

/** What something costs and, while that is less than otherwise, what it costs otherwise. */
export function Price({ price, listPrice, t }: Props) {
  return (
    <>
      <span className={listPrice ? 'reduced' : undefined}>{formatMoney(price, t.language)}</span>
      {listPrice && <Was label={t('price.was')} amount={formatMoney(listPrice, t.language)} />}
    </>
  );
}

/** Who does not see that it is struck through hears the label. */
export function Was({ label, amount }: { label: string; amount: string }) {
  return (
    <span className="was">
      {' '}
      <span className="unseen">{label} </span>
      <s>{amount}</s>
    </span>
  );
}
