"use client";

import { useState } from "react";
import { AskPanel } from "@/components/call/permission/ask-panel";
import { useNeededPermission } from "@/components/call/permission/use-permission";
import type { PhoneMatch } from "@/components/phone/by-phone/call-by-phone-dialog";
import { CallChoices } from "@/components/phone/by-phone/call-choices";
import { DialYourself } from "@/components/phone/by-phone/dial-yourself";
import { TakePhoneCalls } from "@/components/profile/take-phone-calls";
import { useViewer } from "@/components/shell/viewer-context";
import { refusalOf } from "@/lib/calls/client/permission/refusal";
import type { Relay } from "@/lib/calls/client/phone/relay";

interface RelayViewProps {
  match: PhoneMatch;
  relay: Relay;
  refresh: () => Promise<void>;
  onDone: () => void;
}

/** What two people can do by telephone, or what keeps them from it. */
export function RelayView({ match, relay, refresh, onDone }: RelayViewProps) {
  const viewer = useViewer();
  // Whoever has just switched it on can take that back here.
  const [wasOff] = useState(!relay.youTakeCalls);
  const { name } = match.person;
  const bothTake = relay.youTakeCalls && relay.theyTakeCalls;
  const permission = useNeededPermission(match.matchId);
  const refused = permission && refusalOf(permission, "voice");
  if (refused) return <AskPanel permission={permission} why={refused.why} />;
  return (
    <>
      {relay.theyTakeCalls ? null : (
        <p className="text-pretty text-ink-soft">
          {name} doesn't take phone calls. You can still call each other in Duet, by voice or video.
        </p>
      )}
      {wasOff ? (
        <div className="rounded-2xl bg-sunken p-4">
          <TakePhoneCalls id={viewer.id} on={relay.youTakeCalls} onSaved={refresh} />
        </div>
      ) : null}
      {bothTake ? (
        <CallChoices match={match} hasPhone={relay.youHaveAPhone} onDone={onDone} />
      ) : null}
      {bothTake && relay.youHaveAPhone ? <DialYourself relay={relay} name={name} /> : null}
    </>
  );
}
