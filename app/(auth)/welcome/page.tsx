import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { WelcomeForm } from "@/components/profile/welcome-form";
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
  return (
    <>
      <div>
        <h1 className="text-4xl font-extrabold tracking-tight">Welcome to Duet</h1>
        <p className="mt-2 text-lg text-ink-soft">Two questions, then you can talk.</p>
      </div>
      <WelcomeForm profileId={profileId} next={next} />
    </>
  );
}
