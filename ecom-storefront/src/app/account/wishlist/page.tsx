import type { Metadata } from 'next';
import { AccountFrame, customer } from '@/account/frame';
import { Card } from '@/catalogue/card';
import { readListed } from '@/catalogue/names';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import { unwish } from '@/wishlist/actions';
import { readWishlist } from '@/wishlist/read';
import { words } from '@/words/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.part.wishlist'), robots: { index: false } };
}

export default async function WishlistPage() {
  await customer('wishlist');
  const [t, answer] = await Promise.all([words(), readWishlist()]);
  const products = await readListed(answer.ok ? answer.value : []);
  return (
    <AccountFrame part="wishlist" title={t('account.part.wishlist')}>
      {!products.isWhole && <p className="notice">{t('names.away')}</p>}
      {!answer.ok ? (
        <MissingContent problem={answer.problem} t={t} />
      ) : answer.value.length === 0 ? (
        <>
          <p>{t('wishlist.none')}</p>
          <p className="actions">
            <To className="button" href="/search?sort=newest">
              {t('home.newest')}
            </To>
          </p>
        </>
      ) : (
        <ul className="cards">
          {answer.value.map((id) => {
            const product = products.get(id);
            const name = product?.name ?? t(products.isWhole ? 'reviews.gone' : 'names.unknown');
            return (
              <li key={id} className="with-action">
                {product ? <Card product={product} t={t} /> : <p className="fine">{name}</p>}
                <form action={unwish}>
                  <input type="hidden" name="productId" value={id} />
                  <button className="plain" type="submit" aria-label={t('cart.remove-of', { name })}>
                    {t('cart.remove')}
                  </button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
    </AccountFrame>
  );
}
