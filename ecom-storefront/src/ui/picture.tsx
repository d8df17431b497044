import { settings } from '@/settings';
import { coloursOf, FIELDS } from './blur';
import { sourcesOf } from './sources';
import { StillLife } from './still-life';

type Props = {
  src?: string;
  /** What it shows; nothing where the name stands beside it and says the same. */
  alt?: string;
  name: string;
  seed: string;
  isFirst?: boolean;
  /** Its BlurHash: what is there until it has come, and beside it if it is no square. */
  blur?: string;
  /** How wide it is shown, as a browser is told. */
  sizes?: string;
};

const IN_A_LIST = '(min-width: 48rem) 18rem, 50vw';

/** A picture that may be shown, or a drawing in its place. The frame has the size before the picture is there. */
export function Picture({ src, alt = '', name, seed, isFirst, blur, sizes = IN_A_LIST }: Props) {
  if (!src || !mayBeShown(src)) {
    return (
      <span className="picture">
        <StillLife name={name} seed={seed} />
      </span>
    );
  }
  return (
    <span className="picture">
      {blur && <Blur hash={blur} />}
      {/* Ours are there in four widths; those from elsewhere are of unknown size, and CSS fits them in. */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      <img
        {...sourcesOf(src, sizes)}
        alt={alt}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : undefined}
        decoding="async"
        width={800}
        height={800}
      />
    </span>
  );
}

/** Fields of colour, which CSS melts into each other: no script, and no style in the page. */
function Blur({ hash }: { hash: string }) {
  const colours = coloursOf(hash);
  return (
    colours && (
      <svg className="blur" viewBox={`0 0 ${FIELDS} ${FIELDS}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {colours.map((it, at) => (
          <rect key={at} x={at % FIELDS} y={Math.floor(at / FIELDS)} width="1" height="1" fill={it} />
        ))}
      </svg>
    )
  );
}

export function mayBeShown(src: string): boolean {
  return src.startsWith('/') ? !src.startsWith('//') : settings.imageOrigins().some((it) => src.startsWith(`${it}/`));
}
