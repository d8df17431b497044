import { Field } from '@/ui/field';
import type { Translate } from '@/words';
import { enterCode, forgetCode } from './actions';

/** What was entered waits here for the checkout, which knows whether it counts. */
export function CartCodes({ codes, t }: { codes: string[]; t: Translate }) {
  return (
    <div className="codes">
      <form action={enterCode} className="with-button" noValidate>
        <Field name="code" label={t('cart.code')} hint={t('cart.code-hint')} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={50} />
        <button className="button quiet" type="submit">
          {t('cart.code-add')}
        </button>
      </form>
      {codes.length > 0 && (
        <ul>
          {codes.map((it) => (
            <li key={it}>
              <strong>{it}</strong>
              <form action={forgetCode}>
                <input type="hidden" name="code" value={it} />
                <button className="plain" type="submit" aria-label={t('cart.remove-of', { name: it })}>
                  {t('cart.remove')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
