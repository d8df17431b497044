import 'server-only';
import { ask, type Answer } from './answer';
import { shopFor } from './client';
import type { components } from './generated/gateway';

export type Flags = components['schemas']['Flags'];

/** What a shop is without anybody who says otherwise. */
export const ALL_OFF: Flags = { betaBannerEnabled: false, adminConsoleEnabled: false };

const MINUTE = 60_000;

/** Milliseconds that the first page of a process waits. */
const PATIENCE = 300;

/**
 * What operators switch on and off, as it was at most a minute before the last page. Pages never wait for it, but the first,
 * and that one not for long: it is asked beside them, once a minute, and all is off while nobody answers.
 */
export class Switches {
  private known?: Flags;
  private askedAt = Number.NEGATIVE_INFINITY;
  private asking?: Promise<Flags>;

  constructor(
    private readonly load: () => Promise<Answer<Flags>>,
    private readonly now: () => number = Date.now,
  ) {}

  async read(): Promise<Flags> {
    if (this.now() - this.askedAt >= MINUTE) {
      this.askedAt = this.now();
      this.asking = this.renew();
    }
    return this.known ?? (await inTime(this.asking ?? Promise.resolve(ALL_OFF)));
  }

  private async renew(): Promise<Flags> {
    const answer = await this.load();
    this.known = answer.ok ? answer.value : ALL_OFF;
    return this.known;
  }
}

async function inTime(flags: Promise<Flags>): Promise<Flags> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Flags>((resolve) => (timer = setTimeout(() => resolve(ALL_OFF), PATIENCE)));
  return Promise.race([flags, late]).finally(() => clearTimeout(timer));
}

/** One for the process: Next may load this module more than once. */
const shared = globalThis as typeof globalThis & { ecomSwitches?: Switches };

export async function flags(): Promise<Flags> {
  shared.ecomSwitches ??= new Switches(() => ask(shopFor({}).GET('/internal/frontend-flags')));
  return shared.ecomSwitches.read();
}
