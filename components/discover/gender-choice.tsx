"use client";

import { ToggleChip } from "@/components/discover/toggle-chip";
import type { Preferences } from "@/lib/discovery/preferences";

type Gender = Preferences["genders"][number];

const choices: readonly { gender: Gender; words: string }[] = [
  { gender: "woman", words: "Women" },
  { gender: "man", words: "Men" },
  { gender: "nonbinary", words: "Nonbinary people" },
];

interface GenderChoiceProps {
  /** Empty means everyone. */
  value: readonly Gender[];
  onChange: (value: Gender[]) => void;
}

/** Whom to show, by gender. */
export function GenderChoice({ value, onChange }: GenderChoiceProps) {
  function toggle(gender: Gender) {
    const next = value.includes(gender)
      ? value.filter((one) => one !== gender)
      : [...value, gender];
    onChange(next.length === choices.length ? [] : next);
  }
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">Show me</legend>
      <div className="flex flex-wrap gap-2">
        <ToggleChip pressed={value.length === 0} onPress={() => onChange([])}>
          Everyone
        </ToggleChip>
        {choices.map(({ gender, words }) => (
          <ToggleChip key={gender} pressed={value.includes(gender)} onPress={() => toggle(gender)}>
            {words}
          </ToggleChip>
        ))}
      </div>
      {value.length > 0 ? (
        <p className="mt-2 text-sm text-ink-soft">Who has not named a gender is left out.</p>
      ) : null}
    </fieldset>
  );
}
