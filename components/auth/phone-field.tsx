"use client";

import { ChevronDown } from "lucide-react";
import { CountrySelect } from "@/components/phone/country-select";
import { TextField } from "@/components/ui/text-field";
import type { Country } from "@/lib/phone/countries";
import { type PhoneDraft, typePhone } from "@/lib/phone/draft";

interface PhoneFieldProps {
  countries: readonly Country[];
  value: PhoneDraft;
  onChange: (draft: PhoneDraft) => void;
  error: string | undefined;
}

/** A phone number with its country. */
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
          <CountrySelect
            countries={countries}
            value={value}
            onChange={onChange}
            autoComplete="country"
          />
        </span>
      }
    />
  );
}
