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
  return map(answer, (it) => {
    // The contract has another answer under this name: that of signing keys, which is called State, too.
    const { enabled, required, recoveryCodesLeft } = it as { enabled?: boolean; required?: boolean; recoveryCodesLeft?: number };
    return { isOn: enabled === true, isRequired: required === true, codesLeft: recoveryCodesLeft ?? 0 };
  });
}
