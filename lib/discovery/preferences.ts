import type { SupabaseClient } from "@supabase/supabase-js";
import { Constants, type Database } from "@/lib/supabase/database.types";

/** Whom somebody wants to be shown, and whether they are shown to others. */
export interface Preferences {
  minAge: number;
  /** Null means no limit, here and below. */
  maxAge: number | null;
  /** Empty means all. */
  genders: Database["public"]["Enums"]["gender"][];
  maxDistanceKm: number | null;
  shown: boolean;
  /** Whether they have given their place; the place itself goes nowhere. */
  hasPlace: boolean;
}

export const defaultPreferences: Preferences = {
  minAge: 18,
  maxAge: null,
  genders: [],
  maxDistanceKm: null,
  shown: true,
  hasPlace: false,
};

const { gender } = Constants.public.Enums;

/** The signed-in person's preferences. @throws PostgrestError */
export async function readPreferences(
  client: SupabaseClient<Database>,
  profileId: string,
): Promise<Preferences> {
  const { data: row } = await client
    .from("discovery_preferences")
    .select("min_age, max_age, genders, max_distance_km, shown, latitude")
    .eq("profile_id", profileId)
    .maybeSingle()
    .throwOnError();
  if (!row) return defaultPreferences;
  return {
    minAge: row.min_age,
    maxAge: row.max_age,
    genders: gender.filter((one) => row.genders.includes(one)),
    maxDistanceKm: row.max_distance_km,
    shown: row.shown,
    hasPlace: row.latitude !== null,
  };
}

/** Whether somebody is left out who would else be shown. */
export function isNarrow({
  minAge,
  maxAge,
  genders,
  maxDistanceKm,
  hasPlace,
}: Preferences): boolean {
  const near = hasPlace && maxDistanceKm !== null;
  return minAge > defaultPreferences.minAge || maxAge !== null || genders.length > 0 || near;
}
