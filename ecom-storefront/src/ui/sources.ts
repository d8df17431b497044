const OURS = /^(\/api\/images\/[0-9a-f]{64}\/)\d+\.jpg$/;
const WIDTHS = [320, 640, 960, 1440];

export type Sources = { src: string; srcSet?: string; sizes?: string };

/** A picture of the shop's own in all its widths, of which the browser takes the one that fits; any other as it is. */
export function sourcesOf(src: string, sizes: string): Sources {
  const folder = OURS.exec(src)?.[1];
  return folder ? { src, srcSet: WIDTHS.map((it) => `${folder}${it}.jpg ${it}w`).join(', '), sizes } : { src };
}
