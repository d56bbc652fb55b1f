import type { Metadata } from "next";
import { headers } from "next/headers";
import { requireViewer } from "@/app/(app)/viewer";
import { Dialer } from "@/components/phone/dialer/dialer";
import { MatchesToCall } from "@/components/phone/dialer/matches-to-call";
import { ownTelephone } from "@/lib/calls/phone/own-telephone";
import { listMatches } from "@/lib/chat/queries";
import { env } from "@/lib/env";
import { listNumbers } from "@/lib/numbers/list-numbers";
import { countryChoices, countryOf, suggestedCountry } from "@/lib/phone/countries";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Phone" };

export default async function PhonePage() {
  const { id } = await requireViewer("/phone");
  const { telephony } = env();
  if (!telephony?.allowExternal) {
    const matches = await listMatches(await createServerClient());
    return <MatchesToCall matches={matches} hasTelephony={telephony !== null} />;
  }
  const [telephone, numbers] = await Promise.all([ownTelephone(id), listNumbers(id)]);
  const language = (await headers()).get("accept-language");
  return (
    <Dialer
      countries={countryChoices()}
      country={countryOf(telephone ?? "") ?? suggestedCountry(language)}
      ownNumbers={numbers}
    />
  );
}
