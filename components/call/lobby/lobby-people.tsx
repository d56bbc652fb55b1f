import { Avatar } from "@/components/ui/avatar";
import type { RoomMatch } from "@/lib/calls/client/room/view";

const shown = 3;

/** Everyone who is called, by name. */
function names({ people, name }: RoomMatch): string {
  if (people.length === 0) return name;
  return new Intl.ListFormat("en-GB").format(people.map((person) => person.name));
}

/** Who is called: faces, the chat's name, and what the button below will do. */
export function LobbyPeople({ match, isLive }: { match: RoomMatch; isLive: boolean }) {
  const rest = match.people.length - shown;
  const isCrowd = match.people.length > 1;
  return (
    <div className="flex items-center gap-3.5 md:gap-4">
      <span className="flex shrink-0 -space-x-3.5">
        {match.people.slice(0, shown).map((person) => (
          <Avatar
            key={person.id}
            profileId={person.id}
            name={person.name}
            size={52}
            className="rounded-full ring-3 ring-paper"
          />
        ))}
        {rest > 0 ? (
          <span className="relative grid size-13 place-items-center rounded-full bg-sunken text-sm font-bold ring-3 ring-paper">
            +{rest}
          </span>
        ) : null}
      </span>
      <div className="min-w-0">
        <h2 dir="auto" className="truncate text-2xl leading-tight font-bold tracking-tight">
          {match.name}
        </h2>
        <p className="line-clamp-2 text-sm text-ink-soft">
          {match.isGroup && isCrowd ? `${names(match)}. ` : null}
          {isLive ? "The call is on." : isCrowd ? "It rings for all of them." : "Video call"}
        </p>
      </div>
    </div>
  );
}
