import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, vi } from 'vitest';

async function freePort(): Promise<number> {
  const socket = createServer();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as { port: number };
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

/** The server as it is deployed, before that gateway, or one that is away. */
export function builtServer(gateway = () => 'http://127.0.0.1:9'): { origin: string } {
  const server = { origin: '' };
  let end = () => {};

  beforeAll(async () => {
    const port = await freePort();
    server.origin = `http://127.0.0.1:${port}`;
    const running = spawn(process.execPath, ['--import', './before-server.mjs', 'server.js'], {
      cwd: '.next/standalone',
      env: {
        ...process.env,
        HOSTNAME: '127.0.0.1',
        PORT: String(port),
        ECOM_GATEWAY_URL: gateway(),
        ECOM_STOREFRONT_ORIGIN: server.origin,
      },
      stdio: 'ignore',
    });
    end = () => running.kill('SIGKILL');
    await vi.waitFor(async () => expect((await fetch(`${server.origin}/health`)).status).toBe(200), { timeout: 30_000, interval: 200 });
  }, 40_000);

  afterAll(() => end());
  return server;
}
