import 'server-only';
import createClient from 'openapi-fetch';
import type { paths as Auth } from './generated/auth';
import type { paths as Cart } from './generated/cart';
import type { paths as Gateway } from './generated/gateway';
import type { paths as Inventory } from './generated/inventory';
import type { paths as Order } from './generated/order';
import type { paths as Payment } from './generated/payment';
import type { paths as Product } from './generated/product';
import type { paths as Review } from './generated/review';
import type { paths as Search } from './generated/search';
import type { paths as User } from './generated/user';
import { settings } from '@/settings';

export type Shop = Auth & Cart & Gateway & Inventory & Order & Payment & Product & Review & Search & User;

/** Longer than the gateway itself waits, so that its answer, which knows more, comes first. */
const TIMEOUT = 6_000;

/**
 * @param address the shopper's, to whom the gateway's limits apply
 * @param token   whose wishes these are; nobody's without one
 */
export type Caller = { address?: string | null; token?: string | null };

function sent(redirect: RequestRedirect) {
  return (request: Request) => fetch(request, { cache: 'no-store', redirect, signal: AbortSignal.timeout(TIMEOUT) });
}

/** For the few answers that say where something is now; elsewhere a redirect is a mistake. */
export const following = sent('follow');

/** All that goes to the gateway is named here: nothing of what a browser sends is passed on unseen. */
export function shopFor({ address, token }: Caller) {
  return createClient<Shop>({
    baseUrl: settings.gateway(),
    fetch: sent('error'),
    headers: {
      Accept: 'application/json',
      'X-Correlation-Id': crypto.randomUUID(),
      ...(address ? { 'X-Forwarded-For': address } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
  });
}
