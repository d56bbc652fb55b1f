"use client";

import {
  ChevronDown,
  Maximize,
  Minimize,
  PictureInPicture2,
  SwitchCamera,
  Users,
} from "lucide-react";
import { StageButton } from "@/components/call/room/controls/stage-button";
import type { PictureInPicture } from "@/components/call/room/pip/use-picture-in-picture";
import { RoomStatus } from "@/components/call/room/room-status";
import { useFullScreen } from "@/components/call/room/use-full-screen";
import type { RoomActions } from "@/components/call/room/use-room-actions";
import { CallSafetyMenu } from "@/components/safety/call-safety-menu";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { RoomCall } from "@/lib/calls/client/room/view";

interface StageHeaderProps {
  call: RoomCall;
  actions: RoomActions;
  pip: PictureInPicture;
  onMinimise: () => void;
}

/** Who is talked to, how the call stands, and where else it can be seen. */
export function StageHeader({ call, actions, pip, onMinimise }: StageHeaderProps) {
  const fullScreen = useFullScreen();
  return (
    <div className="flex items-center gap-1 px-2 md:px-3">
      <StageButton name="Minimise" Icon={ChevronDown} look="bare" small onClick={onMinimise} />
      <div className="min-w-0 flex-1 pl-1 leading-5">
        <p className="flex items-center gap-2 font-bold">
          <span dir="auto" className="truncate">
            {call.match.name}
          </span>
          {call.match.isGroup ? <HowMany count={call.tiles.length} /> : null}
        </p>
        <RoomStatus call={call} />
      </div>
      <CallSafetyMenu
        people={call.match.people}
        matchId={call.match.matchId}
        callSid={call.sid}
        leave={() => void commandRoom({ type: "leave" })}
        className="inline-grid size-11 shrink-0 place-items-center rounded-full transition-colors duration-150 hover:bg-white/15"
      />
      {actions.canFlip ? (
        <StageButton
          name="Switch camera"
          Icon={SwitchCamera}
          look="bare"
          small
          onClick={actions.flip}
        />
      ) : null}
      {pip.isSupported ? (
        <StageButton
          name="Picture in picture"
          Icon={PictureInPicture2}
          look={pip.isOn ? "plain" : "bare"}
          small
          onClick={pip.toggle}
        />
      ) : null}
      {fullScreen.isSupported ? (
        <StageButton
          name={fullScreen.isOn ? "Leave full screen" : "Full screen"}
          Icon={fullScreen.isOn ? Minimize : Maximize}
          look="bare"
          small
          onClick={fullScreen.toggle}
        />
      ) : null}
    </div>
  );
}

function HowMany({ count }: { count: number }) {
  return (
    <span className="flex shrink-0 items-center gap-1 text-sm font-semibold text-on-stage-soft">
      <Users aria-hidden="true" size={14} />
      {count}
      <span className="sr-only"> in the call</span>
    </span>
  );
}
