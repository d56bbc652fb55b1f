import { Hash } from "lucide-react";
import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { TakePhoneCalls } from "@/components/profile/take-phone-calls";
import { SettingsLink } from "@/components/settings/settings-link";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { EmptyState } from "@/components/ui/empty-state";
import { env } from "@/lib/env";
import { numbersPerPerson } from "@/lib/numbers/number-service";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Phone calls" };

export default async function PhoneCallsPage() {
  const { id } = await requireViewer("/settings/phone-calls");
  const client = await createServerClient();
  const { data: contact } = await client
    .from("private_profiles")
    .select("phone, takes_phone_calls")
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  const hasTelephony = env().telephony !== null;
  const hasNumbers = numbersPerPerson() > 0;
  return (
    <SettingsPage title="Phone calls">
      {hasTelephony ? (
        <SettingsSection title="On your telephone">
          {contact?.phone ? (
            <TakePhoneCalls id={id} on={contact.takes_phone_calls} />
          ) : (
            <p className="text-ink-soft">
              You signed in by e-mail. With a phone number, matches could ring your phone without
              ever seeing that number.
            </p>
          )}
        </SettingsSection>
      ) : null}
      {hasNumbers ? (
        <ul className="overflow-hidden rounded-card bg-surface shadow-lift">
          <SettingsLink
            href="/settings/numbers"
            name="Your numbers"
            hint="Numbers of your own to give out, with forwarding and voicemail"
            Icon={Hash}
          />
        </ul>
      ) : null}
      {hasTelephony || hasNumbers ? null : (
        <EmptyState title="No phone calls here">
          <p>This installation of Duet connects no telephones. Calls in the app work as ever.</p>
        </EmptyState>
      )}
    </SettingsPage>
  );
}
