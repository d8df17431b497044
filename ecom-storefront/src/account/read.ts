import 'server-only';
import { mine } from '@/session/who';

export type SavedAddress = {
  id: string;
  label: string;
  isDefault: boolean;
  recipient?: string;
  line1?: string;
  line2?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  country?: string;
};

/** None while they cannot be known: an address can be typed. */
export async function readAddresses(): Promise<SavedAddress[]> {
  const answer = await mine((shop) => shop.GET('/api/users/me/addresses'));
  return answer.ok
    ? (answer.value.items ?? []).map((it) => ({
        id: it.addressId ?? '',
        label: it.label ?? it.line1 ?? '',
        isDefault: it.isDefault === true,
        recipient: it.recipient,
        line1: it.line1,
        line2: it.line2,
        postalCode: it.postalCode,
        city: it.city,
        region: it.state,
        country: it.country,
      }))
    : [];
}
