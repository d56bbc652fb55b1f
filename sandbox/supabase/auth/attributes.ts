import { z } from "zod";

const metadata = z.record(z.string(), z.unknown());

/** Body of the admin routes that create and update users, as GoTrue's AdminUserParams. */
export const userAttributes = z.object({
  id: z.uuid().optional(),
  email: z.email("Unable to validate email address: invalid format").toLowerCase().optional(),
  phone: z
    .string()
    .regex(/^\+?[1-9]\d{6,14}$/, "Invalid phone number format (E.164 required)")
    .transform((phone) => phone.replace(/^\+/, ""))
    .optional(),
  password: z.string().min(6).max(72).optional(),
  role: z.string().optional(),
  email_confirm: z.boolean().optional(),
  phone_confirm: z.boolean().optional(),
  user_metadata: metadata.optional(),
  app_metadata: metadata.optional(),
  ban_duration: z
    .string()
    .regex(/^(none|(\d+(\.\d+)?(h|m|s))+)$/, "invalid format for ban duration")
    .optional(),
});
export type UserAttributes = z.infer<typeof userAttributes>;

/** Seconds of a Go duration such as `1h30m`; null, which lifts the ban, for `none`. */
export function banSeconds(duration: string | undefined): number | null {
  if (!duration || duration === "none") return null;
  const seconds: Record<string, number> = { h: 3600, m: 60, s: 1 };
  return [...duration.matchAll(/([\d.]+)([hms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (seconds[unit ?? "s"] ?? 1),
    0,
  );
}
