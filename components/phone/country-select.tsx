import type { Country } from "@/lib/phone/countries";
import type { PhoneDraft } from "@/lib/phone/draft";

interface CountrySelectProps {
  countries: readonly Country[];
  value: PhoneDraft;
  onChange: (draft: PhoneDraft) => void;
  autoComplete?: "country";
}

/**
 * The system's own list of countries, which finds by typing, unseen above whatever shows the one
 * that is chosen.
 */
export function CountrySelect({ countries, value, onChange, autoComplete }: CountrySelectProps) {
  return (
    <select
      aria-label="Country"
      autoComplete={autoComplete}
      value={value.country}
      onChange={(event) => {
        const chosen = countries.find(({ code }) => code === event.target.value);
        if (!chosen) return;
        // A number with another country's code in front cannot be kept.
        const text = value.text.startsWith("+") ? "" : value.text;
        onChange({ text, country: chosen.code });
      }}
      className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
    >
      {countries.map(({ code, name, dial }) => (
        <option key={code} value={code}>
          {name} ({dial})
        </option>
      ))}
    </select>
  );
}
