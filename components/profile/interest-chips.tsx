/** What somebody likes, as a list of chips. */
export function InterestChips({ interests }: { interests: readonly string[] }) {
  if (interests.length === 0) return null;
  return (
    <ul aria-label="Interests" className="flex flex-wrap gap-2">
      {interests.map((interest) => (
        <li
          key={interest}
          dir="auto"
          className="rounded-full bg-mine-wash px-3.5 py-1.5 text-[0.9375rem] font-semibold text-ink"
        >
          {interest}
        </li>
      ))}
    </ul>
  );
}
