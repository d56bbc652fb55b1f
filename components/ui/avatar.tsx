import { cx } from "@/components/ui/class-names";

interface AvatarProps {
  /** Whose picture; `/api/profiles/{id}/picture` serves it. */
  profileId: string;
  name: string;
  /** Edge length in CSS pixels. */
  size: number;
  online?: boolean;
  className?: string;
}

/** A person's picture over their initial. Decorative: the name always stands beside it. */
export function Avatar({ profileId, name, size, online = false, className }: AvatarProps) {
  const dot = Math.max(10, Math.round(size * 0.24));
  return (
    <span
      aria-hidden="true"
      className={cx("relative inline-block shrink-0", className)}
      style={{ width: size, height: size }}
    >
      <span
        className="absolute inset-0 grid place-items-center overflow-hidden rounded-full bg-theirs font-display font-bold text-on-theirs"
        style={{ fontSize: size * 0.42 }}
      >
        {Array.from(name.trim())[0]?.toUpperCase()}
        {/* A background, not an img: when it does not load, the initial stays. */}
        <span
          className="absolute inset-0 bg-cover bg-center"
          style={{ backgroundImage: `url("/api/profiles/${profileId}/picture")` }}
        />
      </span>
      {online ? (
        <span
          className="absolute right-0 bottom-0 rounded-full border-2 border-surface bg-good"
          style={{ width: dot, height: dot }}
        />
      ) : null}
    </span>
  );
}
