// The picture of the shop that is shown where somebody shares an address of it. Drawn again after the brand changed:
//   ./with-node npm run share-picture
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const SIZE = { width: 1200, height: 630 };
const PICTURE = 'src/app/opengraph-image.png';

const font = async (name) => (await readFile(`node_modules/@fontsource-variable/${name}-latin-wght-normal.woff2`)).toString('base64');
const face = async (family, name) => `@font-face { font-family: ${family}; font-weight: 100 900; src: url(data:font/woff2;base64,${await font(name)}) }`;
// The mark as the header has it.
const mark = (await readFile('src/ui/brand.tsx', 'utf8')).match(/<path className="field".*\n.*\n/)?.[0].replaceAll('className', 'class');
const name = (await readFile('src/ui/brand.tsx', 'utf8')).match(/NAME = '(.*)'/)?.[1];
const { 'home.title': title } = JSON.parse(await readFile('src/words/en.json', 'utf8'));

const browser = await chromium.launch({
  executablePath: process.env.ECOM_CHROMIUM ?? '/usr/bin/chromium',
  env: { ...process.env, LD_LIBRARY_PATH: process.env.ECOM_CHROMIUM_LIBRARIES ?? '' },
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const page = await browser.newPage({ viewport: SIZE });
  await page.setContent(`<style>
    ${await face('Fraunces', 'fraunces/files/fraunces')} ${await face('Figtree', 'figtree/files/figtree')}
    body { margin: 0; height: 100vh; box-sizing: border-box; padding: 80px 96px; background: #faf7f1; color: #211d17; display: flex;
      flex-direction: column; justify-content: space-between; border-bottom: 24px solid #1f4d3a }
    p { margin: 0; display: flex; align-items: center; gap: 20px; font: 600 56px Fraunces }
    svg { width: 88px } .field { fill: #b27a12 } .bird { fill: #1f4d3a }
    h1 { margin: 0; max-width: 940px; font: 500 84px/1.08 Fraunces; letter-spacing: -0.02em }
    </style><p><svg viewBox="0 0 40 40">${mark}</svg>${name}</p><h1>${title}</h1>`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
}
