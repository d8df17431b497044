import 'server-only';
import { map, type Answer } from '@/api/answer';
import { mine } from '@/session/who';

export type SavedAddress = {
  id: string;
  label: string;
  isDefault: boolean;
  version: number;
  recipient?: string;
  line1?: string;
  line2?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  country?: string;
};

/** The one that orders go to is the first. */
export async function savedAddresses(): Promise<Answer<SavedAddress[]>> {
  const answer = await mine((shop) => shop.GET('/api/users/me/addresses'));
  return map(answer, (page) =>
    (page.items ?? []).map((it) => ({
      id: it.addressId ?? '',
      label: it.label ?? it.line1 ?? '',
      isDefault: it.isDefault === true,
      version: it.version ?? 0,
      recipient: it.recipient,
      line1: it.line1,
      line2: it.line2,
      postalCode: it.postalCode,
      city: it.city,
      region: it.state,
      country: it.country,
    })),
  );
}
