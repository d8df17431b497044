/** The shop's own name. */
export const NAME = 'Larkfield';

/** What is shown of a page of ours where somebody shares its address, unless it has a picture of its own. */
export const SHARED = { url: '/opengraph-image.png', width: 1200, height: 630, alt: NAME };

/** Its mark: a lark that rises from a field. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="field" d="M3 27c8-5 26-5 34 0v3a7 7 0 0 1-7 7H10a7 7 0 0 1-7-7z" />
      <path className="bird" d="M6 11c6 0 10 2 13 6 3-6 8-11 17-12-2 3-3 5-3 8 0 8-7 13-15 13-5 0-8-2-10-5 2 0 3 0 4-1-4-2-6-5-6-9z" />
    </svg>
  );
}
