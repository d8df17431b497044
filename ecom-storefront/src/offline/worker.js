// What a browser does with a navigation while there is no network: it shows the page that says so. That page is all it keeps;
// whatever else a page asks for is no business of this worker, and nothing that a shopper sees comes from a store.
const VERSION = 'RELEASE';

// The page names its language in the address: another language is another worker, with that language's page.
const KEPT = `offline ${VERSION} ${self.location.search}`;
const PAGE = '/offline';

function isForUs(request) {
  return request.mode === 'navigate' && request.method === 'GET';
}

async function keepPage() {
  const store = await caches.open(KEPT);
  await store.add(new Request(PAGE, { cache: 'reload' }));
  await self.skipWaiting();
}

/** Whatever an earlier release kept goes. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((it) => it !== KEPT).map((it) => caches.delete(it)));
  await self.clients.claim();
}

async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch {
    const store = await caches.open(KEPT);
    return (await store.match(PAGE)) ?? Response.error();
  }
}

self.addEventListener('install', (event) => event.waitUntil(keepPage()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  if (isForUs(event.request)) {
    event.respondWith(fromNetwork(event.request));
  }
});
