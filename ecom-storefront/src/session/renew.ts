import { ask, ok, UNUSABLE, type Answer } from '@/api/answer';
import { shopFor } from '@/api/client';
import { claimsOf } from './token';

export type Tokens = { access: string; refresh?: string };

/** What became of the cookies that a request brought. */
export type Standing =
  | { kind: 'unchanged' }
  | { kind: 'renewed'; tokens: Tokens }
  /** auth-service says that the session has ended. */
  | { kind: 'ended' }
  /** Nobody can say whether the session goes on. */
  | { kind: 'unknown' };

/** An outage of auth-service of this length goes unnoticed. */
const AHEAD = 5 * 60_000;

/**
 * For so long whoever brings a refresh token that was used gets what came of it: a tab on a slow network, or one whose
 * answer was lost, must not end the session. Less than {@link AHEAD}, so that the access token is as good as new.
 */
const REMEMBERED = 4 * 60_000;

type Refresh = (address: string | null, refresh: string) => Promise<Answer<Tokens>>;

/**
 * Renews access tokens that end soon. A refresh token counts once, and one that comes late again ends the session: so all
 * requests that bring the same one, from however many tabs, share one call and its answer.
 */
export class Renewals {
  private readonly underWay = new Map<string, Promise<Answer<Tokens>>>();

  constructor(
    private readonly refresh: Refresh,
    private readonly now: () => number = Date.now,
    private readonly later: (action: () => void) => void = (action) => void setTimeout(action, REMEMBERED).unref(),
  ) {}

  async standingOf(
    access: string | undefined,
    refresh: string | undefined,
    address: string | null,
  ): Promise<Standing> {
    const left = (claimsOf(access)?.expiresAt ?? 0) - this.now();
    if (!refresh) {
      // Guests have none, and their token lasts as long as their cart.
      return access && left <= 0 ? { kind: 'ended' } : { kind: 'unchanged' };
    }
    if (left > AHEAD) {
      return { kind: 'unchanged' };
    }
    const answer = await this.once(address, refresh);
    if (answer.ok) {
      return { kind: 'renewed', tokens: answer.value };
    }
    if (answer.problem.status === 401 || answer.problem.status === 400) {
      return { kind: 'ended' };
    }
    return left > 0 ? { kind: 'unchanged' } : { kind: 'unknown' };
  }

  private once(address: string | null, refresh: string): Promise<Answer<Tokens>> {
    const known = this.underWay.get(refresh);
    if (known) {
      return known;
    }
    const call = this.refresh(address, refresh).then((answer) => {
      if (answer.ok) {
        this.later(() => this.underWay.delete(refresh));
      } else {
        this.underWay.delete(refresh);
      }
      return answer;
    });
    this.underWay.set(refresh, call);
    return call;
  }
}

async function refreshAt(address: string | null, refreshToken: string): Promise<Answer<Tokens>> {
  const answer = await ask(shopFor({ address }).POST('/api/auth/refresh', { body: { refreshToken } }));
  if (!answer.ok) {
    return answer;
  }
  const { accessToken: access, refreshToken: refresh } = answer.value;
  return access ? ok({ access, refresh }) : { ok: false, problem: UNUSABLE };
}

/** One for the process: the proxy and the pages load this module each for themselves. */
const shared = globalThis as typeof globalThis & { ecomRenewals?: Renewals };
export const renewals = (shared.ecomRenewals ??= new Renewals(refreshAt));
