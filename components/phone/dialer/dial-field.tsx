"use client";

import { ChevronDown } from "lucide-react";
import { CountrySelect } from "@/components/phone/country-select";
import { replayEarlyText } from "@/components/ui/replay-early-text";
import type { Country } from "@/lib/phone/countries";
import type { PhoneDraft } from "@/lib/phone/draft";
import { typeDialled } from "@/lib/phone/keypad";

interface DialFieldProps {
  countries: readonly Country[];
  value: PhoneDraft;
  onChange: (draft: PhoneDraft) => void;
  onEnter: () => void;
}

/** The number that is about to be called, and the country that it is in. */
export function DialField({ countries, value, onChange, onEnter }: DialFieldProps) {
  const country = countries.find(({ code }) => code === value.country);
  return (
    <div className="flex w-full flex-col items-center">
      <input
        ref={replayEarlyText}
        type="tel"
        // The pad is below; a keyboard of the system would cover it.
        inputMode="none"
        aria-label="Phone number"
        autoComplete="off"
        placeholder="Enter a number"
        value={value.text}
        onChange={(event) => onChange(typeDialled(value, event.target.value))}
        onKeyDown={({ key }) => key === "Enter" && onEnter()}
        className="h-14 w-full rounded-2xl bg-transparent text-center font-display text-3xl font-semibold tracking-tight tabular-nums placeholder:text-xl placeholder:font-medium placeholder:tracking-normal placeholder:text-ink-soft"
      />
      <span className="relative flex min-h-11 items-center gap-1 rounded-full px-3 text-sm font-semibold text-ink-soft focus-within:outline-3 focus-within:outline-link hover:text-ink">
        <span aria-hidden="true" className="flex items-center gap-1">
          {country?.name}
          <span className="font-medium tabular-nums">{country?.dial}</span>
          <ChevronDown size={16} />
        </span>
        <CountrySelect countries={countries} value={value} onChange={onChange} />
      </span>
    </div>
  );
}
