import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignIn } from "@/components/auth/sign-in";
import { SignInClosed } from "@/components/auth/sign-in-closed";
import { verifyChannels } from "@/lib/auth/verify-channels";
import { nextPath } from "@/lib/http/next-path";
import { countryChoices, suggestedCountry } from "@/lib/phone/countries";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/signin">) {
  const next = nextPath((await searchParams).next);
  // Asks Supabase, for a session that it takes no longer must not lead back to where it failed.
  const { data } = await (await createServerClient()).auth.getUser();
  if (data.user) redirect(next);
  const [first, ...others] = verifyChannels();
  if (!first) return <SignInClosed />;
  return (
    <SignIn
      channels={[first, ...others]}
      countries={countryChoices()}
      country={suggestedCountry((await headers()).get("accept-language"))}
      next={next}
    />
  );
}
