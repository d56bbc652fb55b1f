"use client";

import type { CountryCode } from "libphonenumber-js/min";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { NumberCard } from "@/components/numbers/number-card";
import type { CountryChoice, OwnNumber } from "@/components/numbers/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

const GetNumberDialog = lazy(() =>
  import("@/components/numbers/get-number-dialog").then((module) => ({
    default: module.GetNumberDialog,
  })),
);

interface OwnNumbersProps {
  numbers: readonly OwnNumber[];
  /** How many the viewer may have. */
  most: number;
  countries: readonly CountryChoice[];
  country: CountryCode;
}

/** The viewer's numbers, and the way to another one. */
export function OwnNumbers({ numbers, most, countries, country }: OwnNumbersProps) {
  const [searching, setSearching] = useState(false);
  const get = (
    <Button onClick={() => setSearching(true)}>
      <Plus aria-hidden="true" size={18} />
      Get a number
    </Button>
  );
  return (
    <>
      {numbers.length === 0 ? (
        <EmptyState title="No number yet" action={get}>
          <p>
            Give it out in place of your own. Calls to it ring here or on your mobile, or go to
            voicemail, as you like.
          </p>
        </EmptyState>
      ) : (
        numbers.map((number) => <NumberCard key={number.id} number={number} country={country} />)
      )}
      {numbers.length > 0 && numbers.length < most ? <div>{get}</div> : null}
      {numbers.length >= Math.max(1, most) ? (
        <p className="px-2 text-ink-soft">
          {most === 0 ? "No more numbers are given out here." : null}
          {most === 1 ? "You can have one number. Release it to get another." : null}
          {most > 1 ? `You can have ${most} numbers. Release one to get another.` : null}
        </p>
      ) : null}
      <Suspense>
        {searching ? (
          <GetNumberDialog
            countries={countries}
            country={country}
            onClose={() => setSearching(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
