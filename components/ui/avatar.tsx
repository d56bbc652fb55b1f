import { cx } from "@/components/ui/class-names";
import { pictureUrl } from "@/lib/profiles/picture-url";

interface AvatarProps {
  profileId: string;
  /** `avatar_path` of the profile, where it is known. */
  picture?: string | null | undefined;
  name: string;
  /** Edge length in CSS pixels. */
  size: number;
  online?: boolean;
  className?: string;
}

/** A person's picture over their initial. Decorative: the name always stands beside it. */
export function Avatar(props: AvatarProps) {
  const { profileId, picture, name, size, online = false, className } = props;
  const url = pictureUrl({ profileId, picture, size: size <= 128 ? 256 : 1024 });
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
          style={{ backgroundImage: `url("${url}")` }}
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
