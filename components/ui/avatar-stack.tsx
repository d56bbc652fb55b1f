import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";

interface AvatarStackProps {
  /** Up to three of them are shown. */
  people: readonly { id: string; name: string; picture?: string | null }[];
  /** Edge length of the whole in CSS pixels. */
  size: number;
}

/** Size of each picture as a part of the whole, and where they lie, by how many there are. */
const layouts = [
  { scale: 1, places: [""] },
  { scale: 0.68, places: ["top-0 left-0", "right-0 bottom-0"] },
  { scale: 0.58, places: ["top-0 left-0", "top-0 right-0", "bottom-0 left-[21%]"] },
] as const;

/** The pictures of several people in the room of one. Decorative: their names stand beside it. */
export function AvatarStack({ people, size }: AvatarStackProps) {
  const shown = people.slice(0, 3);
  const layout = layouts[Math.max(0, shown.length - 1)] ?? layouts[0];
  return (
    <span
      aria-hidden="true"
      className="relative inline-block shrink-0"
      style={{ width: size, height: size }}
    >
      {shown.map(({ id, name, picture }, index) => (
        <span
          key={id}
          className={cx(
            "absolute inline-flex rounded-full",
            shown.length > 1 && "ring-2 ring-surface",
            layout.places[index],
          )}
        >
          <Avatar
            profileId={id}
            picture={picture}
            name={name}
            size={Math.round(size * layout.scale)}
          />
        </span>
      ))}
    </span>
  );
}
