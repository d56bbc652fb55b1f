interface PublicEnv {
  supabaseUrl: string;
  supabaseKey: string;
  /** Where calls go beside Twilio's own addresses. */
  callUrls: string[];
}

/**
 * The part of the environment that browsers may know. Next.js inlines each name at build time, so
 * each must be written out. Checked by hand, because a schema library would be sent to browsers.
 *
 * @throws Error naming the missing variable.
 */
export function publicEnv(): PublicEnv {
  const supabaseUrl = process.env.NEXT_PUBLIC_SUPABASE_URL;
  const supabaseKey = process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY;
  if (!supabaseUrl || !URL.canParse(supabaseUrl)) {
    throw new Error("NEXT_PUBLIC_SUPABASE_URL must be the address of the Supabase project");
  }
  if (!supabaseKey) {
    throw new Error("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY must be the publishable key");
  }
  const callUrl = process.env.NEXT_PUBLIC_SANDBOX_URL;
  return { supabaseUrl, supabaseKey, callUrls: callUrl ? [callUrl] : [] };
}
