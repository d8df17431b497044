import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

export type Asked = { method: string; path: string; key?: string; body: Record<string, unknown> };
type Answer = { status?: number; headers?: Record<string, string>; body?: unknown };

/** A gateway that answers what a test says, for what no real shop does on demand. */
export class ScriptedGateway {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer[]>();
  private server?: Server;
  address = '';

  constructor() {
    beforeAll(async () => {
      this.server = createServer((request, response) => {
        const parts: Buffer[] = [];
        request.on('data', (part) => parts.push(part));
        request.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const path = new URL(request.url ?? '/', 'http://gateway').pathname;
          this.asked.push({ method: request.method ?? '', path, key: String(request.headers['idempotency-key'] ?? ''), body: text ? JSON.parse(text) : {} });
          const all = this.answers.get(`${request.method} ${path}`) ?? [];
          const { status = 200, headers, body } = (all.length > 1 ? all.shift() : all[0]) ?? { status: 404, body: { code: 'NOT_FOUND' } };
          response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers });
          response.end(JSON.stringify(body));
        });
      });
      await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
      const at = this.server?.address();
      this.address = typeof at === 'object' && at ? `http://127.0.0.1:${at.port}` : '';
    });
    afterAll(() => this.server?.close());
  }

  /** These one after the other, and the last one from then on. */
  answer(operation: string, ...answers: Answer[]): void {
    this.answers.set(operation, answers);
  }

  lastly(operation: string): Asked | undefined {
    return this.asked.findLast((it) => `${it.method} ${it.path}` === operation);
  }
}
