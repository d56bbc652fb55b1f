import { z } from "zod";
import { defaultPreferences } from "@/lib/discovery/preferences";
import { Constants } from "@/lib/supabase/database.types";

const { gender, intention, like_kind } = Constants.public.Enums;

export const cardFields = z.object({
  id: z.uuid(),
  name: z.string(),
  age: z.int(),
  bio: z.string(),
  gender: z.enum(gender).nullable(),
  lookingFor: z.enum(intention).nullable(),
  occupation: z.string().nullable(),
  hometown: z.string().nullable(),
  heightCm: z.int().nullable(),
  interests: z.array(z.string()),
  languages: z.array(z.string()),
  picture: z.string().nullable(),
  distanceKm: z.int().nullable(),
});

export const decisionFields = z.object({
  profileId: z.uuid("must be the id of a profile"),
  kind: z.enum(like_kind, "must be like or pass"),
});

const age = z.int().min(18, "must be 18 or more").max(120, "must be 120 or less");

export const preferenceFields = z
  .object({
    minAge: age.default(defaultPreferences.minAge),
    maxAge: age.nullable().default(null),
    genders: z.array(z.enum(gender)).max(gender.length).default([]),
    maxDistanceKm: z.int().min(10).max(500).nullable().default(null),
    shown: z.boolean().default(true),
    /** Absent leaves it as it is, null forgets it. */
    place: z
      .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .nullish(),
  })
  .refine(({ minAge, maxAge }) => maxAge === null || maxAge >= minAge, {
    path: ["maxAge"],
    error: "must not be below the other age",
  });
