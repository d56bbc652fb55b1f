import { cx } from "@/components/ui/class-names";
import { pictureUrl } from "@/lib/profiles/picture-url";

interface ProfilePictureProps {
  profileId: string;
  /** `avatar_path` of the profile, where it is known. */
  picture?: string | null | undefined;
  name: string;
  className?: string;
}

/** A person's picture, large and square, over their initial until it is there. */
export function ProfilePicture({ profileId, picture, name, className }: ProfilePictureProps) {
  return (
    <div
      className={cx(
        "relative grid aspect-square place-items-center overflow-hidden bg-theirs font-display text-8xl font-bold text-on-theirs",
        className,
      )}
    >
      <span aria-hidden="true">{Array.from(name.trim())[0]?.toUpperCase()}</span>
      <div
        role="img"
        aria-label={`Picture of ${name}`}
        className="absolute inset-0 bg-cover bg-center"
        style={{ backgroundImage: `url("${pictureUrl({ profileId, picture, size: 1024 })}")` }}
      />
    </div>
  );
}
