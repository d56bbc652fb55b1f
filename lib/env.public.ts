import { z } from "zod";

const schema = z.object({
  supabaseUrl: z.url({
    error: "NEXT_PUBLIC_SUPABASE_URL must be the address of the Supabase project",
  }),
  supabaseKey: z
    .string({ error: "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY must be the publishable key" })
    .min(1),
});

/**
 * The part of the environment that browsers may know. Next.js inlines each name at build time, so
 * each must be written out.
 *
 * @throws ZodError naming the missing variable.
 */
export function publicEnv(): z.infer<typeof schema> {
  return schema.parse({
    supabaseUrl: process.env.NEXT_PUBLIC_SUPABASE_URL,
    supabaseKey: process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
  });
}
