import type { Metadata } from "next";
import { requireViewer } from "@/app/(app)/viewer";
import { DeleteAccount } from "@/components/account/delete-account";
import { DownloadData } from "@/components/account/download-data";
import { SignOut } from "@/components/profile/sign-out";
import { SettingsPage } from "@/components/settings/settings-page";
import { SettingsSection } from "@/components/settings/settings-section";
import { env } from "@/lib/env";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { id } = await requireViewer("/settings/account");
  const client = await createServerClient();
  const { data: contact } = await client
    .from("private_profiles")
    .select("phone, email")
    .eq("id", id)
    .maybeSingle()
    .throwOnError();
  return (
    <SettingsPage title="Account">
      <SettingsSection title="Signed in">
        <SignOut reachedAt={contact?.phone ?? contact?.email ?? null} />
      </SettingsSection>
      <SettingsSection title="Your data">
        <p className="mb-4 text-ink-soft">
          Your profile, messages, calls and choices, as one file that you and other programs can
          read.
        </p>
        <DownloadData />
      </SettingsSection>
      <SettingsSection title="Delete account">
        <DeleteAccount graceDays={env().accounts.graceDays} />
      </SettingsSection>
    </SettingsPage>
  );
}
