import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Welcome } from "@/components/profile/welcome/welcome";
import { nextPath } from "@/lib/http/next-path";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Welcome" };

export default async function WelcomePage({ searchParams }: PageProps<"/welcome">) {
  const next = nextPath((await searchParams).next);
  const client = await createServerClient();
  const { data } = await client.auth.getClaims();
  if (!data) redirect(`/signin?next=${encodeURIComponent(next)}`);
  const { sub: profileId } = data.claims;
  const { data: profile } = await client
    .from("profiles")
    .select("id")
    .eq("id", profileId)
    .maybeSingle()
    .throwOnError();
  if (profile) redirect(next);
  return <Welcome profileId={profileId} next={next} />;
}
