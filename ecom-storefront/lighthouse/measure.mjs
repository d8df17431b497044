// What Lighthouse says of the running shop on a phone: the middle of three visits to each of these pages.
//   STOREFRONT_URL=http://127.0.0.1:3000 GATEWAY_URL=http://127.0.0.1:8080 ./with-node npm run lighthouse
// Fails by scores, sizes and numbers of requests; by times only where the machine had nothing else to do.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { MOST_BUSY } from './budgets.mjs';
import { figuresOf, verdictOn } from './verdict.mjs';

const SHOP = process.env.STOREFRONT_URL ?? 'http://127.0.0.1:3000';
const GATEWAY = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080';
const VISITS = Number(process.env.ECOM_LIGHTHOUSE_VISITS ?? 3);
const PRODUCT = 'Watering Can 1.5 l';
const RESULT = new URL('../target/lighthouse.json', import.meta.url);

/** How long to look at the processors before each visit, and how long to wait for them to have nothing to do. */
const LOOK = 2_000;
const PATIENCE = 30_000;

async function asked(path, { token, body } = {}) {
  const answer = await fetch(GATEWAY + path, {
    method: body ? 'POST' : 'GET',
    headers: { ...(body && { 'Content-Type': 'application/json' }), ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${answer.status} for ${path}: ${await answer.text()}`);
  }
  return answer.json();
}

/** A product, and the cookie of a guest who has it in the basket. */
async function prepared() {
  const { items } = await asked(`/api/search/products?q=${encodeURIComponent(PRODUCT)}`);
  const product = await asked(`/api/products/${items[0].productId}`);
  const { accessToken: token } = await asked('/api/auth/guest', { body: {} });
  await asked('/api/cart/items', { token, body: { productId: product.id, sku: product.variants[0].sku, quantity: 1 } });
  return { slug: product.slug, cookie: `access=${token}` };
}

/** Whether waiting was in vain the last time: then there is no waiting the next time. */
let isHopeless = false;

/** How much of all processors is in use, from 0 to 1, once it is as little as it gets. */
async function busy() {
  const times = () => cpus().reduce((sum, { times: it }) => ({ idle: sum.idle + it.idle, all: sum.all + it.user + it.nice + it.sys + it.irq + it.idle }), { idle: 0, all: 0 });
  let least = 1;
  const end = Date.now() + (isHopeless ? 0 : PATIENCE);
  do {
    const before = times();
    await pause(LOOK);
    const after = times();
    least = 1 - (after.idle - before.idle) / (after.all - before.all);
  } while (least > MOST_BUSY && Date.now() < end);
  isHopeless = least > MOST_BUSY;
  return least;
}

async function visit(path, cookie) {
  const inUse = await busy();
  const chrome = await launch({
    chromePath: process.env.ECOM_CHROMIUM ?? '/usr/bin/chromium',
    envVars: { ...process.env, LD_LIBRARY_PATH: process.env.ECOM_CHROMIUM_LIBRARIES ?? '' },
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    logLevel: 'silent',
  });
  try {
    const { lhr } = await lighthouse(SHOP + path, { port: chrome.port, logLevel: 'silent', output: [], ...(cookie && { extraHeaders: { Cookie: cookie } }) });
    if (lhr.runtimeError) {
      throw new Error(`${path}: ${lhr.runtimeError.message}`);
    }
    return { ...figuresOf(lhr, inUse), benchmark: lhr.environment.benchmarkIndex, busy: inUse };
  } finally {
    chrome.kill();
  }
}

function line(cells) {
  return cells.map((it, at) => (at ? String(it).padStart(9) : String(it).padEnd(10))).join('');
}

const { slug, cookie } = await prepared();
const PAGES = [
  { name: 'home', path: '/', isIndexed: true },
  { name: 'category', path: '/categories/garden', isIndexed: true },
  { name: 'product', path: `/products/${slug}`, isIndexed: true },
  { name: 'search', path: '/search?q=lamp', isIndexed: false },
  { name: 'cart', path: '/cart', isIndexed: false, cookie },
];

console.log(line(['', 'perf.', 'access.', 'practice', 'SEO', 'LCP ms', 'CLS', 'TBT ms', 'JS kB', 'all kB', 'requests', 'machine']));
const results = [];
for (const page of PAGES) {
  const visits = [];
  for (let count = 0; count < VISITS; count++) {
    visits.push(await visit(page.path, page.cookie));
  }
  const it = verdictOn(visits, page);
  results.push({ ...page, cookie: undefined, ...it, visits });
  const timed = (value) => (it.isQuiet ? Math.round(value) : `(${Math.round(value)})`);
  console.log(
    line([
      page.name,
      timed(it.performance),
      Math.round(it.accessibility),
      Math.round(it.bestPractices),
      Math.round(it.seo),
      timed(it.lcp),
      it.cls.toFixed(3),
      timed(it.tbt),
      (it.scriptBytes / 1_000).toFixed(1),
      (it.bytes / 1_000).toFixed(1),
      it.requests,
      it.isQuiet ? 'quiet' : 'busy',
    ]),
  );
}
await mkdir(new URL('.', RESULT), { recursive: true });
await writeFile(RESULT, JSON.stringify(results, null, 2));

const restless = results.filter((it) => !it.isQuiet).map((it) => it.name);
if (restless.length > 0) {
  console.log(`Not measured, as to times: ${restless.join(', ')}. The machine is slow or has other things to do, and what stands in brackets counts for nothing`);
}
const wrong = results.flatMap((it) => it.wrong.map((what) => `${it.name}: ${what}`));
wrong.forEach((it) => console.error(it));
process.exit(wrong.length > 0 ? 1 : 0);
