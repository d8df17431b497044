import type { Translate } from '@/words';

/** Five stars, filled to the tenth. Its name says the number. */
export function Stars({ average, count, t }: { average: number; count?: number; t: Translate }) {
  const tenths = Math.round(average * 10) / 10;
  const label = count === undefined ? t('stars.one', { average: tenths }) : t('stars.of', { average: tenths, count });
  return (
    <span className="stars" role="img" aria-label={label}>
      {[1, 2, 3, 4, 5].map((it) => (
        <svg key={it} viewBox="0 0 20 20" className={tenths >= it - 0.25 ? 'full' : tenths >= it - 0.75 ? 'half' : 'none'} aria-hidden="true">
          <path className="back" d={STAR} />
          <path className="front" d={STAR} />
        </svg>
      ))}
      {count !== undefined && <span className="count">{new Intl.NumberFormat(t.language).format(count)}</span>}
    </span>
  );
}

const STAR = 'M10 1.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L1.6 7.7l5.8-.8z';
