import { CallTimer } from "@/components/call/call-timer";
import { roomStatus } from "@/components/call/room/words";
import { cx } from "@/components/ui/class-names";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** Where the call stands and how long it has lasted. */
export function RoomStatus({ call, className }: { call: RoomCall; className?: string }) {
  return (
    <p className={cx("flex gap-x-1.5 text-sm", className)}>
      <span role="status">{roomStatus(call)}</span>
      {call.openedAt === null ? null : (
        <>
          <span aria-hidden="true">·</span>
          <CallTimer since={call.openedAt} until={call.endedAt} />
        </>
      )}
    </p>
  );
}
