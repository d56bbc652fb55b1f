import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { requireViewer } from "@/app/(app)/viewer";
import { OwnNumbers } from "@/components/numbers/own-numbers";
import { SettingsPage } from "@/components/settings/settings-page";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { env } from "@/lib/env";
import { listRules } from "@/lib/forwarding/list-rules";
import { listNumbers } from "@/lib/numbers/list-numbers";
import { numbersPerPerson } from "@/lib/numbers/number-service";
import { countryChoices, suggestedCountry } from "@/lib/phone/countries";
import { displayPhone } from "@/lib/phone/draft";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Your numbers" };

export default async function NumbersPage() {
  const { id } = await requireViewer("/settings/numbers");
  const most = numbersPerPerson();
  const own = await ownNumbers(id);
  return (
    <SettingsPage
      title="Your numbers"
      back={{ href: "/settings/phone-calls", name: "phone calls" }}
    >
      {most > 0 || own.numbers.length > 0 ? (
        <OwnNumbers {...own} most={most} />
      ) : (
        <EmptyState
          title="No numbers here"
          action={
            <Link href="/settings" className={buttonClass("outline")}>
              Settings
            </Link>
          }
        >
          <p>This installation of Duet gives out no numbers. You can still call your matches.</p>
        </EmptyState>
      )}
    </SettingsPage>
  );
}

async function ownNumbers(id: string) {
  const client = await createServerClient();
  const [numbers, rules] = await Promise.all([listNumbers(id), listRules(client)]);
  const allowed: readonly string[] = env().outbound.countries;
  const countries = countryChoices().filter(({ code }) => allowed.includes(code));
  const wanted = suggestedCountry((await headers()).get("accept-language"));
  const [first] = countries;
  const home = countries.find(({ code }) => code === wanted) ?? first;
  return {
    numbers: numbers.map(({ id: numberId, name, greeting, phoneNumber }) => ({
      ...{ id: numberId, name, greeting, shown: displayPhone(phoneNumber) },
      rules: rules
        .filter((rule) => rule.numberId === numberId)
        .map((rule) => ({ ...rule, shownTo: displayPhone(rule.forwardTo) })),
    })),
    countries: countries.map(({ code, name }) => ({ code, name })),
    country: home?.code ?? wanted,
  };
}
