import type { Answer } from '@/api/answer';
import { Stars } from '@/ui/stars';
import type { Translate } from '@/words';
import { formatDate } from '@/words/dates';
import type { Reviews as Read } from './read';

export function Reviews({ answer, t }: { answer: Answer<Read>; t: Translate }) {
  return (
    <section className="reviews" id="reviews" aria-labelledby="reviews-title">
      <h2 id="reviews-title">{t('reviews.title')}</h2>
      {answer.ok ? <Read reviews={answer.value} t={t} /> : <p className="fine">{t('reviews.away')}</p>}
    </section>
  );
}

function Read({ reviews, t }: { reviews: Read; t: Translate }) {
  if (reviews.count === 0) {
    return <p className="fine">{t('reviews.none')}</p>;
  }
  return (
    <div className="columns">
      <div>
        <Stars average={reviews.average} t={t} />
        <p>{t('reviews.summary', { average: Math.round(reviews.average * 10) / 10, count: reviews.count })}</p>
        <ul className="bars">
          {reviews.bars.map((it) => (
            <li key={it.rating}>
              <span>{t('reviews.stars', { count: it.rating })}</span>
              <meter min={0} max={reviews.count} value={it.count} aria-label={t('reviews.stars', { count: it.rating })} />
              <span>{it.count}</span>
            </li>
          ))}
        </ul>
      </div>
      <ul className="texts">
        {reviews.items.map((it) => (
          <li key={it.id}>
            <Stars average={it.rating} t={t} />
            <h3>
              <bdi>{it.title}</bdi>
            </h3>
            <p dir="auto">{it.comment}</p>
            <p className="fine">
              {it.isVerified && <span className="verified">{t('reviews.verified')}</span>} {it.writtenAt && formatDate(it.writtenAt, t.language)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
