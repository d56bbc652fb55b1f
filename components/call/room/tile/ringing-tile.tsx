import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";
import type { RoomPerson } from "@/lib/calls/client/room/view";

interface RingingTileProps {
  person: RoomPerson;
  /** How far it has come. */
  caption?: string;
  /** Edge length in CSS pixels. */
  avatarSize: number;
  /** `stage` fills the room. */
  look?: "card" | "stage" | "strip";
  className?: string;
  style?: React.CSSProperties;
}

/** Somebody who is expected: mostly one who is being rung and has not answered. */
export function RingingTile(props: RingingTileProps) {
  const { person, caption = "Ringing…", avatarSize, look = "card", ...rest } = props;
  return (
    <fieldset
      aria-label={person.name}
      style={rest.style}
      className={cx(
        "relative grid min-w-0 place-items-center overflow-hidden",
        look === "stage" ? "bg-stage" : "rounded-2xl bg-stage-raised/60",
        rest.className,
      )}
    >
      <span className="flex max-w-full flex-col items-center gap-3 px-2 text-on-stage">
        <span className="relative grid place-items-center">
          <span className="absolute inset-0 animate-ping rounded-full bg-mark-one opacity-25 [animation-duration:2.6s]" />
          <Avatar profileId={person.id} name={person.name} size={avatarSize} />
        </span>
        {look === "strip" ? null : (
          <span className="flex max-w-full flex-col items-center">
            <span
              dir="auto"
              className={cx(
                "max-w-full truncate font-display font-bold",
                look === "stage" ? "text-3xl tracking-tight" : "text-base",
              )}
            >
              {person.name}
            </span>
            <span className="text-sm text-on-stage-soft">{caption}</span>
          </span>
        )}
      </span>
    </fieldset>
  );
}
