import { Bell, Flag, KeyRound, LifeBuoy, Lock, Smartphone } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { requireViewer, visitor } from "@/app/(app)/viewer";
import { SettingsLink } from "@/components/settings/settings-link";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button-class";
import { env } from "@/lib/env";
import { numbersPerPerson } from "@/lib/numbers/number-service";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsIndexPage() {
  const { id, name, picture } = await requireViewer("/settings");
  const found = await visitor();
  const hasNumbers = numbersPerPerson() > 0;
  return (
    <main className="flex-1 overflow-y-auto overscroll-contain bg-paper">
      <div className="safe-top mx-auto flex max-w-2xl flex-col gap-4 px-4 pb-10 md:px-8">
        <h1 className="px-2 pt-5 text-3xl font-extrabold tracking-tight">Settings</h1>
        <div className="flex flex-wrap items-center gap-4 rounded-card bg-surface p-4 shadow-lift md:p-5">
          <Avatar profileId={id} picture={picture} name={name} size={72} />
          <p
            dir="auto"
            className="min-w-20 flex-1 truncate font-display text-2xl font-bold tracking-tight"
          >
            {name}
          </p>
          <Link href="/settings/profile" className={buttonClass("outline", "shrink-0")}>
            Edit profile
          </Link>
        </div>
        <ul className="divide-y divide-line overflow-hidden rounded-card bg-surface shadow-lift">
          <SettingsLink
            href="/settings/privacy"
            name="Privacy"
            hint="What matches can tell about you, and whom you have blocked"
            Icon={Lock}
          />
          <SettingsLink
            href="/settings/notifications"
            name="Notifications"
            hint="How you hear of calls and messages"
            Icon={Bell}
          />
          {env().telephony || hasNumbers ? (
            <SettingsLink
              href="/settings/phone-calls"
              name="Phone calls"
              hint={
                hasNumbers
                  ? "Calls on your telephone, and numbers of your own"
                  : "Calls of your matches on your telephone"
              }
              Icon={Smartphone}
            />
          ) : null}
          <SettingsLink
            href="/settings/account"
            name="Account"
            hint="How you sign in, your data, and leaving Duet"
            Icon={KeyRound}
          />
          <SettingsLink
            href="/safety"
            name="Safety"
            hint="Advice for dates and calls, and how to get help"
            Icon={LifeBuoy}
          />
          {found.state === "viewer" && found.isModerator ? (
            <SettingsLink
              href="/admin"
              name="Administration"
              hint="Reports, calls, alerts and costs"
              Icon={Flag}
            />
          ) : null}
        </ul>
      </div>
    </main>
  );
}
