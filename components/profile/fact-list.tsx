import {
  Briefcase,
  House,
  Languages,
  type LucideIcon,
  Ruler,
  Search,
  UserRound,
} from "lucide-react";
import { type FactKind, type Facts, factLines } from "@/lib/profiles/facts";

const icons: Record<FactKind, LucideIcon> = {
  looking_for: Search,
  occupation: Briefcase,
  hometown: House,
  gender: UserRound,
  height: Ruler,
  languages: Languages,
};

/** What a person says of themselves: lines with icons, then their interests. Nothing when there is nothing. */
export function FactList({ facts }: { facts: Facts }) {
  const lines = factLines(facts);
  return (
    <>
      {lines.length > 0 ? (
        <ul aria-label="Facts" className="flex flex-col gap-2.5">
          {lines.map(({ kind, words }) => {
            const Icon = icons[kind];
            return (
              <li key={kind} className="flex items-start gap-3">
                <Icon aria-hidden="true" size={19} className="mt-0.5 shrink-0 text-ink-soft" />
                <span dir="auto" className="min-w-0 break-words">
                  {words}
                </span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {facts.interests.length > 0 ? (
        <ul aria-label="Interests" className="flex flex-wrap gap-2">
          {facts.interests.map((interest) => (
            <li
              key={interest}
              dir="auto"
              className="max-w-full truncate rounded-full bg-mine-wash px-3.5 py-1.5 text-sm font-semibold text-link"
            >
              {interest}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
