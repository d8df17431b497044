import { Picture } from '@/ui/picture';
import type { Product } from './model';

/** As wide as its half of the page, which on a narrow screen is all of it. */
const LARGE = '(min-width: 40rem) 50vw, 100vw';
const SMALL = '(min-width: 40rem) 12rem, 30vw';

export function Gallery({ product: { id, name, pictures } }: { product: Product }) {
  const [first, ...more] = pictures;
  return (
    <div className="gallery">
      <Picture src={first?.src} alt={first?.alt} blur={first?.blur} name={name} seed={id} sizes={LARGE} isFirst />
      {more.length > 0 && (
        <ul>
          {more.map((it, index) => (
            <li key={`${index} ${it.src}`}>
              <Picture src={it.src} alt={it.alt} blur={it.blur} name={name} seed={id} sizes={SMALL} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
