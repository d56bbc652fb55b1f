import { completeness } from "@/lib/profiles/completeness";
import type { OwnProfile } from "@/lib/profiles/draft";

interface CompletenessHintProps {
  profile: OwnProfile;
  picture: string | null;
}

/** How much of the profile is there, and what would help most; nothing when all is. */
export function CompletenessHint({ profile, picture }: CompletenessHintProps) {
  const { percent, next } = completeness(profile, picture);
  if (next === null) return null;
  return (
    <div className="rounded-card bg-mine-wash p-5">
      <p className="font-semibold">Your profile is {percent}% complete</p>
      <div
        role="progressbar"
        aria-label="Your profile"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="mt-2.5 h-2 overflow-hidden rounded-full bg-surface"
      >
        <div
          className="h-full rounded-full bg-mine transition-[width] duration-300 ease-out-soft"
          style={{ width: `${percent}%` }}
        />
      </div>
      <p className="mt-2.5 text-sm text-ink-soft">{next}</p>
    </div>
  );
}
