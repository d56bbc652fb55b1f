"use client";

import { ChevronDown } from "lucide-react";
import type { NumberView } from "@/lib/numbers/number-fields";
import { displayPhone } from "@/lib/phone/draft";

/** A number of this person's own. */
export type OwnNumber = Pick<NumberView, "id" | "phoneNumber" | "name">;

interface CallFromProps {
  numbers: readonly OwnNumber[];
  /** E.164; null for Duet's own number. */
  value: string | null;
  onChange: (number: string | null) => void;
}

/** Which number the other telephone shows; nothing to choose for whoever owns none. */
export function CallFrom({ numbers, value, onChange }: CallFromProps) {
  if (numbers.length === 0) return null;
  return (
    <label className="relative flex min-h-11 max-w-full items-center gap-2 rounded-full bg-sunken pr-3 pl-4 text-sm focus-within:outline-3 focus-within:outline-link">
      <span className="shrink-0 text-ink-soft">Call from</span>
      <select
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || null)}
        className="min-w-0 flex-1 cursor-pointer appearance-none truncate bg-transparent py-2.5 pr-5 font-semibold outline-none"
      >
        <option value="">Duet's number</option>
        {numbers.map(({ id, phoneNumber, name }) => (
          <option key={id} value={phoneNumber}>
            {[name, displayPhone(phoneNumber)].filter(Boolean).join(", ")}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" size={16} className="pointer-events-none absolute right-3" />
    </label>
  );
}
