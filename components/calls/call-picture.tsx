import { UsersRound } from "lucide-react";
import { PeerPicture } from "@/components/call/peer-picture";
import { AvatarStack } from "@/components/ui/avatar-stack";
import type { RememberedCall } from "@/lib/calls/history/types";
import { callName, othersOf } from "@/lib/calls/history/words";

interface CallPictureProps {
  call: RememberedCall;
  me: string;
  /** Edge length in CSS pixels. */
  size: number;
}

/** Whom a call was with, as a picture. Decorative. */
export function CallPicture({ call, me, size }: CallPictureProps) {
  const people = othersOf(call, me);
  const [person] = people;
  if (call.isGroup && people.length > 1) return <AvatarStack people={people} size={size} />;
  if (call.isGroup && !person) {
    return (
      <span
        aria-hidden="true"
        className="inline-grid shrink-0 place-items-center rounded-full bg-theirs text-on-theirs"
        style={{ width: size, height: size }}
      >
        <UsersRound size={size * 0.44} />
      </span>
    );
  }
  const id = call.dialled ? null : (person?.id ?? null);
  return <PeerPicture profileId={id} name={callName(call, me)} size={size} />;
}
