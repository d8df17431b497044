import { NAME } from '@/ui/brand';
import { directionOf, type Translate } from '@/words';

/** All in one, since without a network nothing else comes: no script, no picture, and the fonts that are there. */
export function offlinePage(t: Translate, nonce: string): string {
  return `<!doctype html>
<html lang="${t.language}" dir="${directionOf(t.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg">
<title>${t('offline.title')} · ${NAME}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; --paper: #faf7f1; --ink: #211d17; --accent: #1f4d3a; --on-accent: #fdfbf6; --focus: #1457c7 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161512; --ink: #f2ece1; --accent: #9bd3b4; --on-accent: #10241b; --focus: #8db8ff }
}
body { margin: 0; min-block-size: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 'Segoe UI', system-ui, sans-serif }
main { max-inline-size: 34rem; padding: 2rem; text-align: center }
p.name, h1 { font-family: 'Iowan Old Style', Georgia, serif }
h1 { font-size: 2rem; line-height: 1.2 }
a { display: inline-block; padding: .75rem 1.5rem; border-radius: 999px; background: var(--accent); color: var(--on-accent); text-decoration: none }
a:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px }
</style>
</head>
<body>
<main>
<p class="name">${NAME}</p>
<h1>${t('offline.title')}</h1>
<p>${t('offline.help')}</p>
<p><a href="">${t('offline.again')}</a></p>
</main>
</body>
</html>
`;
}
