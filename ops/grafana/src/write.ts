// Writes every board into the folder that is named: node src/write.ts dashboards
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { budgets } from './boards/budgets.ts';
import { databases } from './boards/databases.ts';
import { gateway } from './boards/gateway.ts';
import { jvm } from './boards/jvm.ts';
import { messages } from './boards/messages.ts';
import { money } from './boards/money.ts';
import { releases } from './boards/releases.ts';
import { saga } from './boards/saga.ts';
import { services } from './boards/services.ts';
import { shop } from './boards/shop.ts';

const folder = process.argv[2];
if (!folder) {
  throw new Error('Say where to: node src/write.ts FOLDER');
}
mkdirSync(folder, { recursive: true });
for (const board of [shop, saga, money, gateway, services, messages, databases, jvm, releases, budgets]) {
  writeFileSync(join(folder, `${board.uid}.json`), `${JSON.stringify(board, null, 2)}\n`);
}
