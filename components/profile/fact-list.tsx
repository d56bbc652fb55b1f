import { Briefcase, Languages, type LucideIcon, MapPin, Search, UserRound } from "lucide-react";
import { type FactKind, type Facts, factLines } from "@/lib/profiles/facts";

const icons: Record<FactKind, LucideIcon> = {
  intention: Search,
  work: Briefcase,
  place: MapPin,
  person: UserRound,
  languages: Languages,
};

/** What somebody says of themselves, a line each; what they have not said takes no room. */
export function FactList({ facts }: { facts: Facts }) {
  const lines = factLines(facts);
  if (lines.length === 0) return null;
  return (
    <ul aria-label="Facts" className="flex flex-col gap-2">
      {lines.map(({ kind, words }) => {
        const Icon = icons[kind];
        return (
          <li key={kind} className="flex items-start gap-2.5">
            <Icon aria-hidden="true" size={18} className="mt-0.5 shrink-0 text-ink-soft" />
            <span dir="auto" className="min-w-0 break-words">
              {words}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
