import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Answer } from '@/api/answer';
import { rowsOfGoods, type Goods } from '@/bill/model';
import { isOrderable, readCart, type Cart } from '@/cart/read';
import { COUNTRIES } from '@/checkout/countries';
import { CheckoutForm } from '@/checkout/form';
import { CARDS, FIELDS, type Values } from '@/checkout/model';
import { ASKED } from '@/checkout/rules';
import { wordsOfCheckout } from '@/checkout/words';
import { savedAddresses, type SavedAddress } from '@/account/read';
import { Said } from '@/frame/said';
import { stageOf } from '@/orders/model';
import { readOrders } from '@/orders/read';
import { cookieName } from '@/session/names';
import { who } from '@/session/who';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import { countries } from '@/words/dates';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('checkout.title'), robots: { index: false } };
}

export default async function CheckoutPage({ searchParams }: { searchParams: Promise<{ address?: string }> }) {
  const [t, it, answer] = await Promise.all([words(), who(), readCart()]);
  if (!answer.ok) {
    return (
      <div className="wide band">
        <h1>{t('checkout.title')}</h1>
        <MissingContent problem={answer.problem} t={t} />
      </div>
    );
  }
  const cart = answer.value;
  if (!isOrderable(cart) || !cart.total) {
    redirect('/cart');
  }
  const last = 'token' in it ? await readOrders() : undefined;
  const order = last?.ok ? last.value.items[0] : undefined;
  // The basket is full until the order is confirmed, and must not be bought again meanwhile.
  if (order && ['confirming', 'asked'].includes(stageOf(order.state))) {
    redirect(`/checkout/confirming/${order.id}`);
  }
  const saved = it.kind === 'customer' ? await savedAddresses() : undefined;
  const addresses = saved?.ok ? saved.value : [];
  const { address } = await searchParams;
  const chosen = addresses.find((known) => known.id === address) ?? addresses.find((known) => known.isDefault);
  const attempt = (await cookies()).get(cookieName('attempt'))?.value ?? crypto.randomUUID();
  return (
    <div className="wide band">
      <Said />
      <h1>{t('checkout.title')}</h1>
      {it.kind !== 'customer' && (
        <p className="fine">
          {t('checkout.have-account')} <To href="/sign-in?returnTo=/checkout">{t('header.sign-in')}</To>
        </p>
      )}
      {isAway(last) && (
        <p className="notice wrong" role="status">
          {t('checkout.orders-away')}
        </p>
      )}
      {isAway(saved) && (
        <p className="notice" role="status">
          {t('checkout.addresses-away')}
        </p>
      )}
      {addresses.length > 0 && (
        <nav className="saved" aria-label={t('checkout.saved')}>
          <p className="label">{t('checkout.saved')}</p>
          <ul>
            {addresses.map((known) => (
              <li key={known.id}>
                <To href={`/checkout?address=${known.id}`} aria-current={known === chosen ? 'true' : undefined} replace>
                  {known.label}
                </To>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <CheckoutForm
        key={chosen?.id ?? 'new'}
        start={{ values: { ...startWith(chosen), giftMessage: cart.giftMessage }, attempt, codes: cart.codes, wrong: {} }}
        goods={rowsOfGoods(goodsOf(cart), cart.total, t('checkout.goods'), t)}
        countries={countries(COUNTRIES, t.language)}
        asked={ASKED}
        needsEmail={it.kind !== 'customer'}
        words={wordsOfCheckout(t)}
      />
    </div>
  );
}

function isAway(answer: Answer<unknown> | undefined): boolean {
  return answer !== undefined && !answer.ok && answer.problem.status >= 500;
}

function goodsOf(cart: Cart): Goods[] {
  return cart.lines
    .filter((it) => it.notice !== 'NOT_FOR_SALE')
    .map((it) => ({ sku: it.sku, name: it.name, quantity: it.quantity, price: it.lineTotal }));
}

function startWith(it: SavedAddress | undefined): Values {
  const empty = Object.fromEntries(FIELDS.map((it) => [it, ''])) as Values;
  return {
    ...empty,
    recipient: it?.recipient ?? '',
    line1: it?.line1 ?? '',
    line2: it?.line2 ?? '',
    postalCode: it?.postalCode ?? '',
    city: it?.city ?? '',
    region: it?.region ?? '',
    country: it?.country ?? '',
    card: CARDS[0],
  };
}
