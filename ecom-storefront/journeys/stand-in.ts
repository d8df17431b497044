import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from './shopper';

const GATEWAY = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080';

/**
 * The storefront as it was built, before a gateway that is as the shop's own, but that one service at a time is away: what a
 * page asks of that is answered as the gateway does then. Nothing of the shop stops, so that other journeys go on; what its
 * services make of each other's outages is for their own tests.
 */
export class StandIn {
  origin = '';
  private port = 0;
  private away?: RegExp;
  private gateway?: Server;
  private storefront?: ChildProcess;

  /** @param flags what operators have switched on and off; as in the shop itself, without them */
  constructor(private readonly flags?: Record<string, boolean>) {}

  async start(): Promise<void> {
    this.gateway = createServer((request, response) => this.answer(request, response)).listen(0, '127.0.0.1');
    await once(this.gateway, 'listening');
    this.port = await freePort();
    this.origin = `http://127.0.0.1:${this.port}`;
    await this.begin();
  }

  stop(): void {
    this.storefront?.kill('SIGKILL');
    this.gateway?.closeAllConnections();
    this.gateway?.close();
  }

  /**
   * To a storefront that knows nothing from before.
   *
   * @param paths of what is away from now on; nothing is, without them
   */
  async without(paths?: RegExp): Promise<void> {
    this.away = paths;
    const ended = this.storefront && once(this.storefront, 'exit');
    this.storefront?.kill('SIGKILL');
    await ended;
    await this.begin();
  }

  private async begin(): Promise<void> {
    this.storefront = spawn(process.execPath, ['--import', './before-server.mjs', 'server.js'], {
      cwd: new URL('../.next/standalone/', import.meta.url).pathname,
      env: {
        ...process.env,
        HOSTNAME: '127.0.0.1',
        PORT: String(this.port),
        ECOM_GATEWAY_URL: `http://127.0.0.1:${(this.gateway?.address() as AddressInfo).port}`,
        ECOM_STOREFRONT_ORIGIN: this.origin,
      },
      stdio: 'ignore',
    });
    await expect(async () => expect((await fetch(`${this.origin}/health`)).status).toBe(200)).toPass({ timeout: 30_000 });
  }

  private answer(from: IncomingMessage, to: ServerResponse): void {
    if (this.away?.test(from.url ?? '')) {
      to.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' });
      to.end(JSON.stringify({ status: 503, code: 'DOWNSTREAM_UNAVAILABLE', correlationId: from.headers['x-correlation-id'] }));
      return;
    }
    if (this.flags && from.url === '/internal/frontend-flags') {
      to.writeHead(200, { 'Content-Type': 'application/json' });
      to.end(JSON.stringify(this.flags));
      return;
    }
    const onwards = ask(`${GATEWAY}${from.url}`, { method: from.method, headers: from.headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onwards.on('error', () => to.destroy());
    from.pipe(onwards);
  }
}

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}
