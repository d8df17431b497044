import 'server-only';
import { map, type Answer } from '@/api/answer';
import { mine } from '@/session/who';

export type Profile = { email: string; firstName?: string; lastName?: string; phoneNumber?: string };
export type Preferences = { language: string; currency: string; marketingEmails: boolean; smsNotifications: boolean };

export async function readProfile(): Promise<Answer<Profile>> {
  const answer = await mine((shop) => shop.GET('/api/users/me/profile'));
  return map(answer, (it) => ({
    email: it.email ?? '',
    firstName: it.firstName ?? undefined,
    lastName: it.lastName ?? undefined,
    phoneNumber: it.phoneNumber ?? undefined,
  }));
}

export async function readPreferences(): Promise<Answer<Preferences>> {
  return mine((shop) => shop.GET('/api/users/me/preferences'));
}
