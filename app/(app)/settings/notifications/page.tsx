import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { MissedCallTexts } from "@/components/profile/missed-call-texts";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { env } from "@/lib/env";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const { id } = await requireViewer("/settings/notifications");
  const client = await createServerClient();
  const { data: contact } = await client
    .from("private_profiles")
    .select("phone, text_missed_calls")
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  return (
    <SettingsPage title="Notifications">
      {env().messaging ? (
        <SettingsSection title="Missed calls">
          {contact?.phone ? (
            <MissedCallTexts id={id} on={contact.text_missed_calls} />
          ) : (
            <p className="text-ink-soft">
              You signed in by e-mail. With a phone number, we could text you when you miss a call.
            </p>
          )}
        </SettingsSection>
      ) : null}
    </SettingsPage>
  );
}
