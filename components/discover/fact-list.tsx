import { Briefcase, Languages, MapPin, Ruler, Search, UserRound } from "lucide-react";
import type { Card } from "@/lib/discovery/card";
import { genderWords, heightWords, intentionWords } from "@/lib/profiles/fact-words";

/** What somebody says of themselves, a line each; what they have not said takes no room. */
export function FactList({ card }: { card: Card }) {
  const { occupation, hometown, distanceKm, lookingFor, gender, heightCm, languages } = card;
  const place = [
    hometown && `From ${hometown}`,
    distanceKm !== null && `within ${distanceKm} km of you`,
  ].filter(Boolean);
  const person = [gender && genderWords[gender], heightCm && heightWords(heightCm)].filter(Boolean);
  const facts = [
    { name: "Work", Icon: Briefcase, words: occupation },
    { name: "Place", Icon: MapPin, words: sentence(place.join(", ")) },
    { name: "Intention", Icon: Search, words: lookingFor && intentionWords[lookingFor] },
    { name: "About", Icon: gender ? UserRound : Ruler, words: person.join(" · ") },
    { name: "Languages", Icon: Languages, words: languages.join(", ") },
  ].filter(({ words }) => words);
  if (facts.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5 text-ink-soft">
      {facts.map(({ name, Icon, words }) => (
        <li key={name} className="flex items-start gap-2.5">
          <Icon aria-hidden="true" size={18} className="mt-0.5 shrink-0" />
          <span dir="auto" className="min-w-0 break-words">
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
