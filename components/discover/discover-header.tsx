"use client";

import { EyeOff, SlidersHorizontal } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { isNarrow, type Preferences } from "@/lib/discovery/preferences";

interface DiscoverHeaderProps {
  preferences: Preferences;
  onFilters: () => void;
}

/** The page's title, the way to the filters, and what they change about the person themselves. */
export function DiscoverHeader({ preferences, onFilters }: DiscoverHeaderProps) {
  const narrow = isNarrow(preferences);
  return (
    <header className="pb-3">
      <div className="flex items-center justify-between gap-3 px-2 pt-4 md:pt-5">
        <h1 className="text-3xl font-extrabold tracking-tight">Discover</h1>
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={onFilters}
          className={buttonClass("ghost", "-mr-3 px-3!")}
        >
          <SlidersHorizontal aria-hidden="true" size={18} />
          Filters
          {narrow ? (
            <>
              <span aria-hidden="true" className="size-2 rounded-full bg-coral" />
              <span className="sr-only">(on)</span>
            </>
          ) : null}
        </button>
      </div>
      {preferences.shown ? null : (
        <p className="mt-1 flex items-center gap-2 px-2 text-sm text-ink-soft">
          <EyeOff aria-hidden="true" size={16} />
          You are hidden: nobody new sees you.
        </p>
      )}
    </header>
  );
}
