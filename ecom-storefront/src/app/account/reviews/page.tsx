import type { Metadata } from 'next';
import { AccountFrame, customer } from '@/account/frame';
import { productPath, type Listed } from '@/catalogue/model';
import { readListed } from '@/catalogue/names';
import { ActionForm } from '@/forms/form';
import { startOf } from '@/forms/state';
import { removeReview, saveReview } from '@/reviews/actions';
import { readOwnReviews, type OwnReview } from '@/reviews/own';
import { To } from '@/ui/link';
import { MissingContent } from '@/ui/notice';
import { Stars } from '@/ui/stars';
import type { Key, Translate } from '@/words';
import { formatDate } from '@/words/dates';
import { words } from '@/words/server';

type Props = { searchParams: Promise<{ cursor?: string; edit?: string; product?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('account.part.reviews'), robots: { index: false } };
}

const RATINGS = ['5', '4', '3', '2', '1'];

export default async function OwnReviewsPage({ searchParams }: Props) {
  await customer('reviews');
  const { cursor, edit, product } = await searchParams;
  const [t, answer] = await Promise.all([words(), readOwnReviews(cursor)]);
  const reviews = answer.ok ? answer.value.items : [];
  const names = await readListed([...reviews.map((it) => it.productId), ...(product ? [product] : [])]);
  const edited = reviews.find((it) => it.id === edit || it.productId === product);
  const nameOf = (productId: string | undefined) => names.get(productId ?? '')?.name ?? t(names.isWhole ? 'reviews.gone' : 'names.unknown');
  const isSold = product !== undefined && (names.has(product) || !names.isWhole);
  return (
    <AccountFrame part="reviews" title={t('account.part.reviews')}>
      {!names.isWhole && <p className="notice">{t('names.away')}</p>}
      {(edited || isSold) && (
        <section className="stack" id="form">
          <h2>{t('reviews.about', { name: nameOf(edited?.productId ?? product) })}</h2>
          <ActionForm
            key={edited?.id ?? product}
            action={saveReview}
            start={startOf(edited ? { title: edited.title, comment: edited.comment, rating: String(edited.rating) } : {})}
            hidden={{ reviewId: edited?.id, productId: product }}
            submit={t('reviews.send')}
            waiting={t('account.waiting')}
            inputs={[
              {
                name: 'rating',
                label: t('reviews.rating'),
                required: true,
                options: [{ value: '', label: t('reviews.choose') }, ...RATINGS.map((it) => ({ value: it, label: t('reviews.stars', { count: Number(it) }) }))],
              },
              { name: 'title', label: t('reviews.heading'), required: true, maxLength: 500 },
              { name: 'comment', label: t('reviews.text'), required: true, maxLength: 5000, rows: 6 },
            ]}
          />
        </section>
      )}
      {!answer.ok ? (
        <MissingContent problem={answer.problem} t={t} />
      ) : reviews.length === 0 ? (
        <p>{t('reviews.own-none')}</p>
      ) : (
        <ul className="boxes">
          {reviews.map((it) => (
            <One key={it.id} review={it} product={names.get(it.productId)} name={nameOf(it.productId)} t={t} />
          ))}
        </ul>
      )}
      {answer.ok && answer.value.next && (
        <nav className="pages" aria-label={t('search.pages')}>
          <To className="button quiet" href={`/account/reviews?cursor=${encodeURIComponent(answer.value.next)}`}>
            {t('search.next')}
          </To>
        </nav>
      )}
    </AccountFrame>
  );
}

function One({ review: it, product, name, t }: { review: OwnReview; product?: Listed; name: string; t: Translate }) {
  return (
    <li className="box">
      <p className="fine">
        {product ? <To href={productPath(product)}>{name}</To> : name} · {it.writtenAt && formatDate(it.writtenAt, t.language)}
      </p>
      <Stars average={it.rating} t={t} />
      <h2>
        <bdi>{it.title}</bdi>
      </h2>
      <p dir="auto">{it.comment}</p>
      <p className={`badge-line ${it.status === 'APPROVED' ? 'sold' : ''}`}>{t(`reviews.status.${it.status}` as Key)}</p>
      <div className="actions">
        <To href={`/account/reviews?edit=${it.id}#form`} aria-label={t('reviews.edit', { name })}>
          {t('account.edit')}
        </To>
        <form action={removeReview}>
          <input type="hidden" name="reviewId" value={it.id} />
          <button className="plain" type="submit" aria-label={t('cart.remove-of', { name })}>
            {t('cart.remove')}
          </button>
        </form>
      </div>
    </li>
  );
}
