import 'server-only';
import { map, type Answer } from '@/api/answer';
import { mine } from '@/session/who';

export type PrivacyRequest = {
  id: string;
  kind: 'EXPORT' | 'ERASURE';
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED';
  askedAt: string;
  dueAt?: string;
  finishedAt?: string;
};

export async function readPrivacyRequests(): Promise<Answer<PrivacyRequest[]>> {
  const answer = await mine((shop) => shop.GET('/api/users/me/privacy-requests'));
  return map(answer, (list) =>
    (list.items ?? []).map((it) => ({
      id: it.requestId ?? '',
      kind: it.kind ?? 'EXPORT',
      state: it.state ?? 'WAITING',
      askedAt: it.askedAt ?? '',
      dueAt: it.dueAt ?? undefined,
      finishedAt: it.finishedAt ?? undefined,
    })),
  );
}

/** By service, what it keeps. */
export async function readCopy(requestId: string): Promise<Answer<unknown>> {
  return mine((shop) => shop.GET('/api/users/me/privacy-requests/{requestId}/copy', { params: { path: { requestId } } }));
}
