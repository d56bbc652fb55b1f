import type { Metadata } from "next";
import Link from "next/link";
import { requireViewer } from "@/app/(app)/viewer";
import { BlockedList } from "@/components/profile/blocked-list";
import { MissedCallTexts } from "@/components/profile/missed-call-texts";
import { ProfileForm } from "@/components/profile/profile-form";
import { SettingsSection } from "@/components/profile/settings-section";
import { SignOut } from "@/components/profile/sign-out";
import { TakePhoneCalls } from "@/components/profile/take-phone-calls";
import { buttonClass } from "@/components/ui/button-class";
import { blockedPeople } from "@/lib/blocks/blocked-people";
import { env } from "@/lib/env";
import { numbersPerPerson } from "@/lib/numbers/number-service";
import { createServerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const { id } = await requireViewer("/settings");
  const client = await createServerClient();
  const [profile, contact, blocked] = await Promise.all([
    client.from("profiles").select("display_name, bio").eq("id", id).single().throwOnError(),
    client
      .from("private_profiles")
      .select("phone, email, text_missed_calls, takes_phone_calls")
      .eq("id", id)
      .maybeSingle()
      .throwOnError(),
    blockedPeople(client),
  ]);
  const reachedAt = contact.data?.phone ?? contact.data?.email ?? null;
  const canText = Boolean(contact.data?.phone && env().messaging);
  return (
    <main className="flex-1 overflow-y-auto overscroll-contain bg-paper">
      <div className="safe-top mx-auto flex max-w-2xl flex-col gap-4 px-4 pb-10 md:px-8">
        <h1 className="px-2 pt-5 text-3xl font-extrabold tracking-tight">Settings</h1>
        <SettingsSection title="Your profile">
          <ProfileForm id={id} name={profile.data.display_name} bio={profile.data.bio} />
        </SettingsSection>
        {env().telephony ? (
          <SettingsSection title="Phone calls">
            {contact.data?.phone ? (
              <TakePhoneCalls id={id} on={contact.data.takes_phone_calls} />
            ) : (
              <p className="text-ink-soft">
                You signed in by e-mail. With a phone number, matches could ring your phone without
                ever seeing that number.
              </p>
            )}
          </SettingsSection>
        ) : null}
        {numbersPerPerson() > 0 ? (
          <SettingsSection title="Your numbers">
            <p className="mb-3 text-ink-soft">
              A number of your own to give out, with forwarding and voicemail.
            </p>
            <Link href="/settings/numbers" className={buttonClass("outline")}>
              Your numbers
            </Link>
          </SettingsSection>
        ) : null}
        {canText ? (
          <SettingsSection title="Missed calls">
            <MissedCallTexts id={id} on={contact.data?.text_missed_calls ?? false} />
          </SettingsSection>
        ) : null}
        <SettingsSection title="Blocked people">
          <BlockedList people={blocked} />
        </SettingsSection>
        <SettingsSection title="Signed in">
          <SignOut reachedAt={reachedAt} />
        </SettingsSection>
      </div>
    </main>
  );
}
