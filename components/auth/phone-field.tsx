"use client";

import { ChevronDown } from "lucide-react";
import { TextField } from "@/components/ui/text-field";
import type { Country } from "@/lib/phone/countries";
import { type PhoneDraft, typePhone } from "@/lib/phone/draft";

interface PhoneFieldProps {
  countries: readonly Country[];
  value: PhoneDraft;
  onChange: (draft: PhoneDraft) => void;
  error: string | undefined;
}

/** A phone number with its country. The country list is the system's own, which finds by typing. */
export function PhoneField({ countries, value, onChange, error }: PhoneFieldProps) {
  const chosen = countries.find(({ code }) => code === value.country);
  return (
    <TextField
      label="Phone number"
      type="tel"
      name="phone"
      autoComplete="tel"
      inputMode="tel"
      placeholder={value.country === "US" ? "(415) 555-0100" : ""}
      value={value.text}
      onChange={(event) => onChange(typePhone(value, event.target.value))}
      error={error}
      hint="Only used to sign you in. Nobody on Duet ever sees it."
      className="pl-3"
      leading={
        <span className="relative flex items-center gap-1 rounded-l-2xl border-r border-line pr-2 pl-4 text-lg font-medium focus-within:bg-sunken">
          <span aria-hidden="true" className="flex items-center gap-1.5 tabular-nums">
            <span className="text-sm font-semibold text-ink-soft">{value.country}</span>
            {value.text.startsWith("+") ? null : chosen?.dial}
            <ChevronDown size={16} className="text-ink-soft" />
          </span>
          <select
            aria-label="Country"
            autoComplete="country"
            value={value.country}
            onChange={(event) => {
              const country = countries.find(({ code }) => code === event.target.value);
              if (country) onChange({ text: national(value.text), country: country.code });
            }}
            className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
          >
            {countries.map(({ code, name, dial }) => (
              <option key={code} value={code}>
                {name} ({dial})
              </option>
            ))}
          </select>
        </span>
      }
    />
  );
}

/** A number with another country's code in front cannot be kept when the country is changed. */
function national(text: string): string {
  return text.startsWith("+") ? "" : text;
}
