"use client";

import { LocateFixed } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Range } from "@/components/ui/range";
import { locate, type RoughPlace } from "@/lib/discovery/locate";

interface PlaceFilterProps {
  hasPlace: boolean;
  maxDistanceKm: number | null;
  onDistance: (km: number | null) => void;
  onPlace: (place: RoughPlace | null) => void;
}

const step = 10;
/** One step beyond the furthest distance means any. */
const anywhere = 210;
const words = (km: number) => (km >= anywhere ? "Any distance" : `Up to ${km} km`);

/** How far away people may be: to be chosen once the person has given their place. */
export function PlaceFilter({ hasPlace, maxDistanceKm, onDistance, onPlace }: PlaceFilterProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = Math.min(maxDistanceKm ?? anywhere, anywhere);

  async function find() {
    setBusy(true);
    setProblem(null);
    try {
      onPlace(await locate());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : null);
    }
    setBusy(false);
  }

  return (
    <section aria-label="Distance">
      {hasPlace ? (
        <>
          <Range
            label="Distance"
            words={words(shown)}
            value={[shown]}
            onChange={([km = anywhere]) => onDistance(km >= anywhere ? null : km)}
            min={step}
            max={anywhere}
            step={step}
            thumbs={["Furthest distance"]}
            say={words}
          />
          {maxDistanceKm !== null ? (
            <p className="mb-2 text-sm text-ink-soft">
              Who has not shared their location is left out.
            </p>
          ) : null}
          <Button look="quiet" onClick={() => onPlace(null)}>
            Forget my location
          </Button>
        </>
      ) : (
        <>
          <p className="font-semibold">Distance</p>
          <p className="mb-3 text-sm text-ink-soft">
            We keep your place to about ten kilometres. Others see a rounded distance, never where
            you are.
          </p>
          <Button look="outline" busy={busy} onClick={() => void find()}>
            <LocateFixed aria-hidden="true" size={18} />
            Use my location
          </Button>
        </>
      )}
      {problem ? (
        <p role="alert" className="mt-2 text-sm font-medium text-danger">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
