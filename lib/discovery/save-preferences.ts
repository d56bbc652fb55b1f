import "server-only";
import { consume } from "@/lib/api/rate-limit";
import type { Preferences } from "@/lib/discovery/preferences";
import { adminClient } from "@/lib/supabase/admin";

interface Wanted extends Omit<Preferences, "hasPlace"> {
  /** Degrees; absent leaves it as it is, null forgets it. */
  place?: { latitude: number; longitude: number } | null | undefined;
}

/** A few moves a day: distances from many places would narrow down where somebody is. */
const moves = { name: "move", max: 3, windowSeconds: 86_400 };

/**
 * Keeps what a person looks for. The database rounds their place to about ten kilometres.
 *
 * @throws ApiError `rate_limited` after too many places in a day; PostgrestError
 */
export async function savePreferences(profileId: string, wanted: Wanted): Promise<void> {
  if (wanted.place) await consume(moves, profileId);
  await adminClient()
    .from("discovery_preferences")
    .upsert({
      profile_id: profileId,
      min_age: wanted.minAge,
      max_age: wanted.maxAge,
      genders: wanted.genders,
      max_distance_km: wanted.maxDistanceKm,
      shown: wanted.shown,
      ...(wanted.place !== undefined && {
        latitude: wanted.place?.latitude ?? null,
        longitude: wanted.place?.longitude ?? null,
      }),
    })
    .throwOnError();
}
