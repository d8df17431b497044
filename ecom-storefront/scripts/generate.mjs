// Types of what the gateway offers shoppers, from contracts/openapi, and what an address needs in which country. They are never
// committed, so that they cannot be older than the contract.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const SERVICES = ['auth', 'user', 'product', 'inventory', 'cart', 'order', 'payment', 'review', 'search'];
const contracts = new URL('../../contracts/openapi/', import.meta.url);
const generated = new URL('../src/api/generated/', import.meta.url);

await mkdir(generated, { recursive: true });
for (const service of SERVICES) {
  const contract = JSON.parse(await readFile(new URL(`${service}-service.json`, contracts), 'utf8'));
  contract.paths = Object.fromEntries(
    Object.entries(contract.paths).filter(([path]) => path.startsWith('/api/') && !path.startsWith('/api/admin')),
  );
  const types = astToString(await openapiTS(contract, { alphabetize: true }));
  await writeFile(new URL(`${service}.ts`, generated), types);
}
await copyFile(new URL('../addresses.json', contracts), new URL('addresses.json', generated));
