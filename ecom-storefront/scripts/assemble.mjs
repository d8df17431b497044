// Next leaves it to the deployment to put static files beside the server.
import { cp } from 'node:fs/promises';

await cp('.next/static', '.next/standalone/.next/static', { recursive: true });
// The last of them tells that all is there.
for (const file of ['outage-status.mjs', 'peer-address.mjs', 'before-server.mjs']) {
  await cp(`scripts/${file}`, `.next/standalone/${file}`);
}
