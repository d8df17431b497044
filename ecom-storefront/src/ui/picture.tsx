import { settings } from '@/settings';
import { sourcesOf } from './sources';
import { StillLife } from './still-life';

type Props = {
  src?: string;
  /** What it shows; nothing where the name stands beside it and says the same. */
  alt?: string;
  name: string;
  seed: string;
  isFirst?: boolean;
  /** How wide it is shown, as a browser is told. */
  sizes?: string;
};

const IN_A_LIST = '(min-width: 48rem) 18rem, 50vw';

/** A picture that may be shown, or a drawing in its place. The frame has the size before the picture is there. */
export function Picture({ src, alt = '', name, seed, isFirst, sizes = IN_A_LIST }: Props) {
  return (
    <span className="picture">
      {src && mayBeShown(src) ? (
        // Ours are there in four widths; those from elsewhere are of unknown size, and CSS fits them in.
        // eslint-disable-next-line @next/next/no-img-element
        <img
          {...sourcesOf(src, sizes)}
          alt={alt}
          loading={isFirst ? 'eager' : 'lazy'}
          fetchPriority={isFirst ? 'high' : undefined}
          decoding="async"
          width={800}
          height={800}
        />
      ) : (
        <StillLife name={name} seed={seed} />
      )}
    </span>
  );
}

export function mayBeShown(src: string): boolean {
  return src.startsWith('/') ? !src.startsWith('//') : settings.imageOrigins().some((it) => src.startsWith(`${it}/`));
}
