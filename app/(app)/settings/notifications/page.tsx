import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { MissedCallTexts } from "@/components/profile/missed-call-texts";
import { DeviceList } from "@/components/push/device-list";
import { InstallApp } from "@/components/push/install-app";
import { NotificationChoices } from "@/components/push/notification-choices";
import { PushSwitch } from "@/components/push/push-switch";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { env } from "@/lib/env";
import { readPreferences } from "@/lib/push/preferences";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const { id } = await requireViewer("/settings/notifications");
  const client = await createServerClient();
  const [{ data: contact }, preferences, { data: devices }] = await Promise.all([
    client
      .from("private_profiles")
      .select("phone, text_missed_calls")
      .eq("id", id)
      .maybeSingle()
      .throwOnError(),
    readPreferences(client),
    client
      .from("push_subscriptions")
      .select("id, device, created_at")
      .order("created_at", { ascending: false })
      .throwOnError(),
  ]);
  const { push, messaging } = env();
  return (
    <SettingsPage title="Notifications">
      {push ? (
        <>
          <SettingsSection title="This device">
            <PushSwitch publicKey={push.publicKey} />
          </SettingsSection>
          <SettingsSection title="What you hear of">
            <NotificationChoices id={id} saved={preferences} />
          </SettingsSection>
          {devices.length > 1 ? (
            <SettingsSection title="Your devices">
              <DeviceList devices={devices} />
            </SettingsSection>
          ) : null}
        </>
      ) : null}
      {messaging ? (
        <SettingsSection title="Texts">
          {contact?.phone ? (
            <MissedCallTexts id={id} on={contact.text_missed_calls} />
          ) : (
            <p className="text-ink-soft">
              You signed in by e-mail. With a phone number, we could text you when you miss a call.
            </p>
          )}
        </SettingsSection>
      ) : null}
      {push || messaging ? null : (
        <p className="px-2 text-ink-soft">
          Duet cannot notify you here. Your matches show you what you have missed.
        </p>
      )}
      <InstallApp />
    </SettingsPage>
  );
}
