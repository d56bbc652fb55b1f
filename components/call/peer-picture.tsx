import { Phone } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";

interface PeerPictureProps {
  /** Null for somebody outside of Duet, who has no picture. */
  profileId: string | null;
  name: string;
  /** Edge length in CSS pixels. */
  size: number;
  className?: string;
}

/** Who is at the other end: a person's picture, or a telephone. Decorative. */
export function PeerPicture({ profileId, name, size, className }: PeerPictureProps) {
  if (profileId) {
    return (
      <Avatar profileId={profileId} name={name} size={size} {...(className && { className })} />
    );
  }
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-grid shrink-0 place-items-center rounded-full bg-theirs text-on-theirs",
        className,
      )}
      style={{ width: size, height: size }}
    >
      <Phone size={size * 0.44} />
    </span>
  );
}
