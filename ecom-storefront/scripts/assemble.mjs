// Next leaves it to the deployment to put static files beside the server.
import { cp } from 'node:fs/promises';

await cp('.next/static', '.next/standalone/.next/static', { recursive: true });
await cp('scripts/peer-address.mjs', '.next/standalone/peer-address.mjs');
