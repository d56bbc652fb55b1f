"use client";

import { Search, X } from "lucide-react";
import { cx } from "@/components/ui/class-names";
import { type CallFilters, type Show, shows } from "@/lib/calls/history/filters";

const names: Record<Show, string> = {
  all: "All",
  missed: "Missed",
  voice: "Voice",
  video: "Video",
  phone: "Phone",
  group: "Groups",
};

interface CallFilterBarProps {
  filters: CallFilters;
  /** Name of the one person or group that is looked at; null while that is not known. */
  withName: string | null;
  onChange: (filters: CallFilters) => void;
}

/** What is listed: kinds to choose from, a name to search for, one person or group. */
export function CallFilterBar({ filters, withName, onChange }: CallFilterBarProps) {
  const one = filters.person ?? filters.group;
  return (
    <search className="flex flex-col gap-3 px-2">
      {one ? null : (
        <label className="flex min-h-12 items-center gap-2.5 rounded-full bg-sunken px-4 focus-within:shadow-[inset_0_0_0_2.5px_var(--link)]">
          <Search aria-hidden="true" size={19} className="shrink-0 text-ink-soft" />
          <input
            type="search"
            aria-label="Search calls by name"
            placeholder="Search by name"
            maxLength={80}
            value={filters.q}
            onChange={(event) => onChange({ ...filters, q: event.target.value })}
            className="w-full min-w-0 bg-transparent outline-none placeholder:text-ink-soft"
          />
        </label>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways everywhere */}
      <div
        role="group"
        aria-label="Which calls"
        className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none]"
      >
        {one ? (
          <button
            type="button"
            className={chip(true)}
            onClick={() => onChange({ ...filters, person: null, group: null })}
          >
            <span className="sr-only">Show everybody’s calls, not only with </span>
            <span dir="auto" className="max-w-48 truncate">
              {withName ? `With ${withName}` : "One person"}
            </span>
            <X aria-hidden="true" size={17} />
          </button>
        ) : null}
        {shows.map((show) =>
          one && show === "group" ? null : (
            <button
              key={show}
              type="button"
              aria-pressed={filters.show === show}
              className={chip(filters.show === show)}
              onClick={() => onChange({ ...filters, show })}
            >
              {names[show]}
            </button>
          ),
        )}
      </div>
    </search>
  );
}

const chip = (on: boolean) =>
  cx(
    "inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-full px-4 text-sm font-semibold transition-colors duration-150",
    on ? "bg-mine text-on-mine" : "bg-sunken text-ink-soft hover:text-ink",
  );
