"use client";

import { Ban, Flag, ShieldAlert } from "lucide-react";
import { Fragment } from "react";
import { blockNow } from "@/components/safety/block-now";
import { callReport } from "@/components/safety/call-report";
import { Menu, MenuItem } from "@/components/ui/menu";

interface CallSafetyMenuProps {
  /** Everybody else in the call. */
  people: readonly { id: string; name: string }[];
  matchId: string | null;
  /** CallSid or RoomSid, once there is one. */
  callSid: string | null;
  /** Ends the call for this person. */
  leave: () => void;
  className: string;
}

/** The way out of a call that feels wrong: both ends it before anything else. */
export function CallSafetyMenu({
  people,
  matchId,
  callSid,
  leave,
  className,
}: CallSafetyMenuProps) {
  if (people.length === 0) return null;
  const named = people.length > 1;
  return (
    <Menu label="Safety" icon={<ShieldAlert aria-hidden="true" size={20} />} className={className}>
      {people.map(({ id: profileId, name }) => (
        <Fragment key={profileId}>
          <MenuItem
            danger
            onClick={() => {
              leave();
              callReport.update(() => ({
                profileId,
                name,
                matchId: matchId ?? undefined,
                callSid: callSid ?? undefined,
              }));
            }}
          >
            <Flag aria-hidden="true" size={18} />
            {named ? `Report ${name}` : "Report"}
          </MenuItem>
          <MenuItem
            danger
            onClick={() => {
              leave();
              void blockNow({ profileId, name });
            }}
          >
            <Ban aria-hidden="true" size={18} />
            {named ? `Block ${name}` : "Block"}
          </MenuItem>
        </Fragment>
      ))}
      <p className="px-3 pt-1 pb-2 text-sm text-ink-soft">Both end the call for you.</p>
    </Menu>
  );
}
