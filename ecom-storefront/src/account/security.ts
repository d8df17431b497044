import 'server-only';
import { map, type Answer } from '@/api/answer';
import { mine } from '@/session/who';

export type Session = { id: string; device: string; isCurrent: boolean; openedAt: string; lastUsedAt: string };
export type SecondFactor = { isOn: boolean; isRequired: boolean; codesLeft: number };

export async function readSessions(): Promise<Answer<Session[]>> {
  const answer = await mine((shop) => shop.GET('/api/auth/sessions'));
  return map(answer, (list) =>
    (list.items ?? []).map((it) => ({
      id: it.sessionId ?? '',
      device: it.device ?? '',
      isCurrent: it.current === true,
      openedAt: it.openedAt ?? '',
      lastUsedAt: it.lastUsedAt ?? '',
    })),
  );
}

export async function readSecondFactor(): Promise<Answer<SecondFactor>> {
  const answer = await mine((shop) => shop.GET('/api/auth/second-factor'));
  return map(answer, (it) => ({ isOn: it.enabled === true, isRequired: it.required === true, codesLeft: it.recoveryCodesLeft ?? 0 }));
}
