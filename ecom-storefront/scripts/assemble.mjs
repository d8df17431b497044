// Next leaves it to the deployment to put static files beside the server.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';

await cp('.next/static', '.next/standalone/.next/static', { recursive: true });
// Browsers take a worker that differs for a new one.
const worker = await readFile('src/offline/worker.js', 'utf8');
await mkdir('.next/standalone/public', { recursive: true });
await writeFile('.next/standalone/public/sw.js', worker.replace('RELEASE', (await readFile('.next/BUILD_ID', 'utf8')).trim()));
// The last of them tells that all is there.
for (const file of ['outage-status.mjs', 'peer-address.mjs', 'before-server.mjs']) {
  await cp(`scripts/${file}`, `.next/standalone/${file}`);
}
