import { FactList } from "@/components/profile/fact-list";
import { InterestChips } from "@/components/profile/interest-chips";
import { cx } from "@/components/ui/class-names";
import type { Card } from "@/lib/discovery/card";
import { pictureUrl } from "@/lib/profiles/picture-url";

interface PersonCardProps {
  card: Card;
  className?: string;
}

/** A person as discovery shows them: picture, facts and words. Scrolls, and fades out, when they say much. */
export function PersonCard({ card, className }: PersonCardProps) {
  const { id, name, age, picture, bio, interests } = card;
  return (
    <article
      aria-label={`${name}, ${age}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={cx(
        "flex touch-pan-y flex-col overflow-y-auto overscroll-contain rounded-card bg-surface shadow-lift after:pointer-events-none after:sticky after:bottom-0 after:-mt-12 after:h-12 after:shrink-0 after:bg-linear-to-t after:from-surface after:to-transparent md:after:hidden md:flex-row md:overflow-hidden",
        className,
      )}
    >
      <div
        role="img"
        aria-label={`Picture of ${name}`}
        className="relative grid min-h-64 w-full shrink-0 basis-[52%] place-items-center overflow-hidden bg-theirs font-display text-8xl font-bold text-on-theirs md:min-h-0 md:w-1/2 md:basis-1/2"
      >
        <span aria-hidden="true">{Array.from(name.trim())[0]?.toUpperCase()}</span>
        {/* A background, not an img: when it does not load, the initial stays. */}
        <span
          className="absolute inset-0 bg-cover bg-center"
          style={{
            backgroundImage: `url("${pictureUrl({ profileId: id, picture, size: 1024 })}")`,
          }}
        />
      </div>
      <div className="flex touch-pan-y flex-col gap-4 p-5 max-md:pb-12 md:min-h-0 md:flex-1 md:overflow-y-auto md:p-8">
        <h2 dir="auto" className="text-3xl font-extrabold tracking-tight break-words">
          {name}, <span className="font-semibold">{age}</span>
        </h2>
        <FactList facts={card} />
        {bio ? (
          <p dir="auto" className="text-lg break-words whitespace-pre-line">
            {bio}
          </p>
        ) : null}
        <InterestChips interests={interests} />
      </div>
    </article>
  );
}
