"use client";

import { ArrowLeft, MessageCircle } from "lucide-react";
import Link from "next/link";
import { CallButtons } from "@/components/call/call-buttons";
import { CallPermission } from "@/components/call/permission/call-permission";
import { roomMatch } from "@/components/call/room-match";
import { CallsWith } from "@/components/calls/calls-with";
import { useMatchPresence } from "@/components/chat/use-presence";
import { MatchEnding } from "@/components/profile/match/match-ending";
import { ProfileCard } from "@/components/profile/profile-card";
import { SettingsSection } from "@/components/settings/settings-section";
import { buttonClass, iconButtonClass } from "@/components/ui/button-class";
import type { MatchSummary } from "@/lib/chat/types";
import type { MatchProfile as Profile } from "@/lib/profiles/match-profile";

interface MatchProfileProps {
  match: MatchSummary;
  profile: Profile;
}

/** Who a match is, what the two have had with each other, and what can be done. */
export function MatchProfile({ match, profile }: MatchProfileProps) {
  const { online, words } = useMatchPresence(match);
  const { id, name, picture, age, bio, ...facts } = profile;
  const chat = `/matches/${match.id}`;
  return (
    <section aria-label="Profile" className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper">
      <header className="safe-top z-10 border-b border-line bg-surface">
        <div className="flex h-16 items-center gap-1 pr-2 pl-1">
          <Link href={chat} className={iconButtonClass()}>
            <ArrowLeft aria-hidden="true" size={22} />
            <span className="sr-only">Back to the conversation</span>
          </Link>
          <p className="min-w-0 flex-1 truncate pl-1 text-sm text-ink-soft">
            {online ? (
              <span
                aria-hidden="true"
                className="mr-2 inline-block size-2.5 rounded-full bg-good"
              />
            ) : null}
            {words}
          </p>
          <CallButtons match={roomMatch(match)} />
          <Link href={chat} className={buttonClass("primary", "ml-1 px-4!")}>
            <MessageCircle aria-hidden="true" size={18} className="max-md:hidden" />
            Message
          </Link>
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div className="mx-auto grid w-full max-w-md items-start gap-4 p-4 pb-10 xl:max-w-4xl xl:grid-cols-2 xl:p-6">
          <ProfileCard level={1} profileId={id} {...{ picture, name, age, bio, facts }} />
          <div className="flex min-w-0 flex-col gap-4">
            <SettingsSection title="Calls">
              <div className="flex flex-col gap-5">
                <CallPermission matchId={match.id} />
                <CallsWith profileId={id} />
              </div>
            </SettingsSection>
            <MatchEnding match={match} />
          </div>
        </div>
      </div>
    </section>
  );
}
