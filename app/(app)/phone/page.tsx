import type { Metadata } from "next";
import { headers } from "next/headers";
import { requireViewer } from "@/app/(app)/viewer";
import { Dialer } from "@/components/phone/dialer/dialer";
import { MatchesToCall } from "@/components/phone/dialer/matches-to-call";
import { listMatches } from "@/lib/chat/queries";
import { env } from "@/lib/env";
import { countryChoices, countryOf, suggestedCountry } from "@/lib/phone/countries";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Phone" };

export default async function PhonePage() {
  const { id } = await requireViewer("/phone");
  const client = await createServerClient();
  const { telephony } = env();
  if (!telephony?.allowExternal) {
    return <MatchesToCall matches={await listMatches(client)} hasTelephony={telephony !== null} />;
  }
  const [contact, numbers] = await Promise.all([
    client.from("private_profiles").select("phone").eq("id", id).maybeSingle().throwOnError(),
    client.from("phone_numbers").select("id, number, name").order("created_at").throwOnError(),
  ]);
  const language = (await headers()).get("accept-language");
  return (
    <Dialer
      countries={countryChoices()}
      country={countryOf(contact.data?.phone ?? "") ?? suggestedCountry(language)}
      ownNumbers={numbers.data}
    />
  );
}
