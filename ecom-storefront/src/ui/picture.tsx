import { settings } from '@/settings';
import { StillLife } from './still-life';

type Props = { src?: string; name: string; seed: string; isFirst?: boolean };

/** A picture that may be shown, or a drawing in its place. The name stands beside it, so that it says nothing itself. */
export function Picture({ src, name, seed, isFirst }: Props) {
  return (
    <span className="picture">
      {src && mayBeShown(src) ? (
        // Pictures are of unknown size and from elsewhere: the frame has the size, and CSS fits them in.
        // eslint-disable-next-line @next/next/no-img-element
        <img src={src} alt="" loading={isFirst ? 'eager' : 'lazy'} fetchPriority={isFirst ? 'high' : undefined} decoding="async" width={800} height={800} />
      ) : (
        <StillLife name={name} seed={seed} />
      )}
    </span>
  );
}

export function mayBeShown(src: string): boolean {
  return src.startsWith('/') ? !src.startsWith('//') : settings.imageOrigins().some((it) => src.startsWith(`${it}/`));
}
