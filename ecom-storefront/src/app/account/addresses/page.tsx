import type { Metadata } from 'next';
import { preferAddress, removeAddress, saveAddress } from '@/account/address-actions';
import { AccountFrame, customer } from '@/account/frame';
import { savedAddresses, type SavedAddress } from '@/account/read';
import { COUNTRIES } from '@/checkout/countries';
import { ActionForm } from '@/forms/form';
import { startOf } from '@/forms/state';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import type { Translate } from '@/words';
import { countries, countryName } from '@/words/dates';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.part.addresses'), robots: { index: false } };
}

export default async function AddressesPage({ searchParams }: { searchParams: Promise<{ edit?: string }> }) {
  await customer('addresses');
  const [t, answer, { edit }] = await Promise.all([words(), savedAddresses(), searchParams]);
  const edited = answer.ok ? answer.value.find((it) => it.id === edit) : undefined;
  return (
    <AccountFrame part="addresses" title={t('account.part.addresses')}>
      {answer.ok ? (
        <ul className="boxes">
          {answer.value.map((it) => (
            <OneAddress key={it.id} address={it} t={t} />
          ))}
        </ul>
      ) : (
        <MissingContent problem={answer.problem} t={t} />
      )}
      <section className="stack" id="form">
        <h2>{edited ? t('addresses.edit', { label: edited.label }) : t('addresses.new')}</h2>
        <ActionForm
          key={edited?.id ?? 'new'}
          action={saveAddress}
          start={startOf({ ...startWith(edited) })}
          hidden={{ addressId: edited?.id, version: edited && `"${edited.version}"` }}
          submit={t('account.save')}
          waiting={t('account.waiting')}
          inputs={[
            { name: 'label', label: t('addresses.label'), required: true, maxLength: 40, hint: t('addresses.label-hint') },
            { name: 'recipient', label: t('checkout.recipient'), required: true, maxLength: 120, autoComplete: 'name' },
            { name: 'line1', label: t('checkout.line1'), required: true, maxLength: 180, autoComplete: 'address-line1' },
            { name: 'line2', label: t('checkout.line2'), maxLength: 180, autoComplete: 'address-line2' },
            { name: 'postalCode', label: t('checkout.postalCode'), maxLength: 20, autoComplete: 'postal-code' },
            { name: 'city', label: t('checkout.city'), required: true, maxLength: 80, autoComplete: 'address-level2' },
            { name: 'state', label: t('checkout.region'), maxLength: 80, autoComplete: 'address-level1' },
            {
              name: 'country',
              label: t('checkout.country'),
              required: true,
              autoComplete: 'country',
              options: [
                { value: '', label: t('checkout.chooseCountry') },
                ...countries(COUNTRIES, t.language).map((it) => ({ value: it.code, label: it.name })),
              ],
            },
          ]}
        />
        {edited && (
          <p>
            <To href="/account/addresses">{t('addresses.leave')}</To>
          </p>
        )}
      </section>
    </AccountFrame>
  );
}

function OneAddress({ address: it, t }: { address: SavedAddress; t: Translate }) {
  const lines = [it.recipient, it.line1, it.line2, [it.postalCode, it.city].filter(Boolean).join(' '), it.region, it.country && countryName(it.country, t.language)];
  return (
    <li className="box">
      <h2>
        {it.label} {it.isDefault && <span className="badge-line sold">{t('addresses.default')}</span>}
      </h2>
      <address>
        {lines.filter(Boolean).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <div className="actions">
        <To href={`/account/addresses?edit=${it.id}#form`} aria-label={t('addresses.edit', { label: it.label })}>
          {t('account.edit')}
        </To>
        {!it.isDefault && (
          <form action={preferAddress}>
            <input type="hidden" name="addressId" value={it.id} />
            <button className="plain" type="submit">
              {t('addresses.prefer')}
            </button>
          </form>
        )}
        <form action={removeAddress}>
          <input type="hidden" name="addressId" value={it.id} />
          <button className="plain" type="submit" aria-label={t('cart.remove-of', { name: it.label })}>
            {t('cart.remove')}
          </button>
        </form>
      </div>
    </li>
  );
}

function startWith(it: SavedAddress | undefined) {
  return it && { label: it.label, recipient: it.recipient, line1: it.line1, line2: it.line2, postalCode: it.postalCode, city: it.city, state: it.region, country: it.country };
}
