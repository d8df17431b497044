// Types of what the gateway offers shoppers, from contracts/openapi, and what an address needs in which country. They are never
// committed, so that they cannot be older than the contract.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const SERVICES = ['auth', 'user', 'product', 'inventory', 'cart', 'order', 'payment', 'review', 'search'];
const FLAGS = '/internal/frontend-flags';
const contracts = new URL('../../contracts/openapi/', import.meta.url);
const generated = new URL('../src/api/generated/', import.meta.url);

await mkdir(generated, { recursive: true });
for (const service of SERVICES) {
  await generate(`${service}-service`, service, (path) => path.startsWith('/api/') && !path.startsWith('/api/admin'));
}
await generate('api-gateway', 'gateway', (path) => path === FLAGS);
await copyFile(new URL('../addresses.json', contracts), new URL('addresses.json', generated));

async function generate(contractName, name, isOffered) {
  const contract = JSON.parse(await readFile(new URL(`${contractName}.json`, contracts), 'utf8'));
  contract.paths = Object.fromEntries(Object.entries(contract.paths).filter(([path]) => isOffered(path)));
  const types = astToString(await openapiTS(contract, { alphabetize: true }));
  await writeFile(new URL(`${name}.ts`, generated), types);
}
