import type { ReactNode } from 'react';

/** Drawn by us for products without a picture; says what kind of thing it is and nothing that is not known of it. */
const DRAWINGS: [words: RegExp, drawing: ReactNode][] = [
  [/teapot|kettle/i, <><path className="b" d="M132 96c22-10 34 2 28 18-4 11-14 16-26 16" fill="none" strokeWidth="9" stroke="currentColor" /><path className="a" d="M52 104l-24-22 10-8 26 18z" /><ellipse className="a" cx="96" cy="120" rx="46" ry="38" /><path className="d" d="M64 88c8-12 56-12 64 0z" /><circle className="d" cx="96" cy="74" r="7" /><path className="l" d="M66 116c2-12 10-18 18-20" fill="none" strokeWidth="4" /></>],
  [/mug|cup\b/i, <><path d="M126 92h14a18 18 0 0 1 0 40h-16" fill="none" stroke="currentColor" className="sa" strokeWidth="10" /><path className="a" d="M58 78h72v58a20 20 0 0 1-20 20H78a20 20 0 0 1-20-20z" /><ellipse className="d" cx="94" cy="78" rx="36" ry="7" /><circle className="l" cx="76" cy="104" r="2.5" /><circle className="l" cx="92" cy="120" r="2" /><circle className="l" cx="108" cy="98" r="2.5" /><circle className="l" cx="84" cy="138" r="2" /><circle className="l" cx="114" cy="130" r="2.5" /></>],
  [/\btea\b|rooibos|coffee/i, <><path className="a" d="M64 70h72l6 86H58z" /><path className="d" d="M64 70l6-18h60l6 18z" /><rect className="l" x="74" y="92" width="52" height="40" rx="3" /><path className="b" d="M100 126c-14-8-14-22 0-30 14 8 14 22 0 30z" /><path className="sd" d="M100 98v30" strokeWidth="2" /></>],
  [/knife|blade/i, <><path className="l" d="M96 34c22 20 26 60 20 92H92V38z" /><path className="sd" d="M98 44v80" strokeWidth="2" opacity=".35" /><rect className="d" x="90" y="126" width="28" height="8" rx="2" /><path className="b" d="M92 134h24l-3 42a8 8 0 0 1-18 0z" /><circle className="l" cx="104" cy="146" r="2.5" /><circle className="l" cx="104" cy="162" r="2.5" /></>],
  [/board/i, <><path className="a" d="M54 62h92a8 8 0 0 1 8 8v72a8 8 0 0 1-8 8H54a8 8 0 0 1-8-8V70a8 8 0 0 1 8-8z" /><path className="sd" d="M58 74h84v64H58z" fill="none" strokeWidth="2" opacity=".5" /><path className="sl" d="M64 90c24-6 44 8 72 0M64 108c24-6 44 8 72 0M64 126c24-6 44 8 72 0" fill="none" strokeWidth="3" /><circle className="d" cx="138" cy="80" r="5" /></>],
  [/bedside|shade/i, <><path className="l" d="M70 46h60l18 56H52z" /><path className="b" d="M52 102h96v6H52z" opacity=".6" /><rect className="d" x="96" y="108" width="8" height="36" /><path className="a" d="M70 160c0-12 12-16 30-16s30 4 30 16z" /></>],
  [/lamp|light\b/i, <><path className="sd" d="M72 152l36-52-34-32" fill="none" strokeWidth="7" strokeLinejoin="round" strokeLinecap="round" /><path className="a" d="M58 40l40 28-26 30c-16-10-24-34-14-58z" /><path className="l" d="M92 78l12 8-8 12-14-8z" /><circle className="b" cx="108" cy="100" r="6" /><path className="d" d="M44 152h60a6 6 0 0 1 6 8H38a6 6 0 0 1 6-8z" /></>],
  [/bulb/i, <><circle className="b" cx="100" cy="86" r="42" opacity=".25" /><path className="a" d="M100 48a36 36 0 0 1 20 66c-5 4-6 8-6 14H86c0-6-1-10-6-14a36 36 0 0 1 20-66z" /><path className="l" d="M82 80c2-10 9-16 18-17" fill="none" strokeWidth="4" /><path className="d" d="M86 132h28v6H86zM86 142h28v6H86zM90 152h20l-5 9H95z" /></>],
  [/notebook|book|paper/i, <><rect className="d" x="64" y="46" width="82" height="112" rx="5" /><rect className="l" x="62" y="44" width="80" height="110" rx="3" /><rect className="a" x="56" y="42" width="80" height="112" rx="5" /><path className="b" d="M122 42h7v112h-7z" /><rect className="l" x="70" y="66" width="38" height="22" rx="2" /></>],
  [/pen\b|pencil/i, <><path className="a" d="M126 36l22 16-56 80-22-16z" /><path className="b" d="M76 108l22 16-6 8-22-16z" /><path className="l" d="M70 116l22 16-34 30z" /><path className="sd" d="M58 162l16-22" strokeWidth="2.5" /><circle className="d" cx="76" cy="138" r="3" /></>],
  [/tote/i, <><path className="sb" d="M76 84c-4-50 52-50 48 0" fill="none" strokeWidth="7" /><path className="a" d="M54 80h92l6 76a6 6 0 0 1-6 6H54a6 6 0 0 1-6-6z" /><circle className="l" cx="100" cy="122" r="18" /><path className="b" d="M100 134c-10-6-10-18 0-24 10 6 10 18 0 24z" /></>],
  [/backpack|rucksack/i, <><path className="sb" d="M82 52c0-22 36-22 36 0" fill="none" strokeWidth="6" /><path className="a" d="M60 76c0-22 80-22 80 0v72a14 14 0 0 1-14 14H74a14 14 0 0 1-14-14z" /><path className="d" d="M58 70c12-26 72-26 84 0l-6 20H64z" /><rect className="b" x="72" y="112" width="56" height="36" rx="8" /><rect className="l" x="94" y="84" width="12" height="18" rx="3" /></>],
  [/bottle|flask/i, <><rect className="d" x="86" y="36" width="28" height="20" rx="4" /><path className="a" d="M84 60h32c0 12 12 16 12 30v62a12 12 0 0 1-12 12H84a12 12 0 0 1-12-12V90c0-14 12-18 12-30z" /><path className="b" d="M72 116h56v14H72z" /><path className="sl" d="M82 92v16" strokeWidth="4" /></>],
  [/blanket|throw/i, <><path className="d" d="M48 122h104v26a8 8 0 0 1-8 8H56a8 8 0 0 1-8-8z" /><path className="a" d="M48 92h104v26a8 8 0 0 1-8 8H48z" /><path className="b" d="M56 62h96v26a8 8 0 0 1-8 8H56a17 17 0 0 1 0-34z" /><path className="sl" d="M60 74h84M60 104h84M60 138h84" strokeWidth="3" /></>],
  [/cushion|pillow/i, <><path className="a" d="M56 58c28 8 60 8 88 0 8 28 8 60 0 88-28-8-60-8-88 0-8-28-8-60 0-88z" /><path className="sl" d="M64 76c24 6 48 6 72 0M62 102h76M64 128c24-6 48-6 72 0" fill="none" strokeWidth="3" /></>],
  [/headphone|headset/i, <><path className="sd" d="M56 112c-6-76 94-76 88 0" fill="none" strokeWidth="9" /><rect className="a" x="46" y="100" width="26" height="46" rx="12" /><rect className="a" x="128" y="100" width="26" height="46" rx="12" /><rect className="b" x="64" y="104" width="10" height="38" rx="5" /><rect className="b" x="126" y="104" width="10" height="38" rx="5" /></>],
  [/speaker/i, <><rect className="a" x="58" y="44" width="84" height="116" rx="16" /><circle className="d" cx="100" cy="116" r="28" /><circle className="b" cx="100" cy="116" r="12" /><circle className="d" cx="100" cy="68" r="12" /><circle className="l" cx="100" cy="68" r="4" /></>],
  [/cable|usb/i, <><path className="sa" d="M70 132c-34-48 34-92 58-56s-40 76-52 36 36-40 60 20" fill="none" strokeWidth="7" strokeLinecap="round" /><rect className="d" x="60" y="128" width="18" height="22" rx="4" transform="rotate(-30 69 139)" /><rect className="d" x="128" y="130" width="18" height="22" rx="4" transform="rotate(-20 137 141)" /></>],
  [/\bpot\b|planter|saucer/i, <><path className="b" d="M100 92c-28-4-34-28-30-48 22 4 32 20 30 48zM100 92c24-6 32-24 28-42-18 4-28 16-28 42z" /><path className="a" d="M62 92h76l-10 58H72z" /><rect className="d" x="56" y="84" width="88" height="14" rx="4" /><path className="d" d="M62 152h76l-6 10H68z" /></>],
  [/seed|flower|plant/i, <><rect className="a" x="60" y="44" width="80" height="114" rx="4" /><path className="d" d="M60 44h80v16H60z" /><circle className="l" cx="100" cy="98" r="8" /><g className="b"><circle cx="100" cy="80" r="9" /><circle cx="117" cy="92" r="9" /><circle cx="111" cy="112" r="9" /><circle cx="89" cy="112" r="9" /><circle cx="83" cy="92" r="9" /></g><circle className="l" cx="100" cy="98" r="8" /><path className="sd" d="M100 122v28" strokeWidth="4" /></>],
  [/watering|can\b/i, <><path className="sb" d="M92 74c20-40 66-10 42 42" fill="none" strokeWidth="7" /><path className="d" d="M30 72l14-8 28 50-6 12z" /><path className="a" d="M66 80h62l8 72a6 6 0 0 1-6 6H66a6 6 0 0 1-6-6z" /><path className="l" d="M26 66l22-10 4 10-22 10z" /></>],
];

const ANYTHING = (
  <><path className="a" d="M48 92l52-24 52 24-52 24z" /><path className="d" d="M48 92l52 24v50l-52-26z" /><path className="b" d="M152 92l-52 24v50l52-26z" /><path className="l" d="M74 80l52 24v16l-10-5v-8L64 84z" /></>
);

const TINTS = 6;

export function StillLife({ name, seed }: { name: string; seed: string }) {
  const [, drawing] = DRAWINGS.find(([words]) => words.test(name)) ?? [null, ANYTHING];
  return (
    <svg className={`still-life tint-${tintOf(seed)}`} viewBox="0 0 200 200" aria-hidden="true" focusable="false">
      <circle className="sun" cx="100" cy="100" r="78" />
      <ellipse className="ground" cx="100" cy="164" rx="66" ry="7" />
      {drawing}
    </svg>
  );
}

export function tintOf(seed: string): number {
  return [...seed].reduce((sum, it) => (sum * 31 + (it.codePointAt(0) ?? 0)) % 9973, 7) % TINTS;
}
