"use client";

import { useState } from "react";
import { GenderChoice } from "@/components/discover/gender-choice";
import { PlaceFilter } from "@/components/discover/place-filter";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Range } from "@/components/ui/range";
import { Switch } from "@/components/ui/switch";
import type { RoughPlace } from "@/lib/discovery/locate";
import { defaultPreferences, type Preferences } from "@/lib/discovery/preferences";
import { callApi } from "@/lib/http/call-api";

interface FiltersDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  saved: Preferences;
  onSaved: (preferences: Preferences) => void;
}

const [youngest, oldest] = [18, 80];
const years = (age: number) => (age >= oldest ? `${oldest} or older` : `${age} years`);

/** Whom to show, how far away, and whether to be shown. */
export function FiltersDialog({ open, onOpenChange, saved, onSaved }: FiltersDialogProps) {
  const [wanted, setWanted] = useState(saved);
  const [place, setPlace] = useState<RoughPlace | null>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const change = (part: Partial<Preferences>) => setWanted({ ...wanted, ...part });
  const maxAge = wanted.maxAge ?? oldest;

  async function save() {
    setBusy(true);
    setError(null);
    const { hasPlace: _, ...body } = wanted;
    const answer = await callApi("PUT", "/api/discover/preferences", {
      ...body,
      ...(place !== undefined && { place }),
    });
    setBusy(false);
    if (!answer.ok) return setError(answer.error.message);
    onOpenChange(false);
    onSaved(wanted);
  }

  const footer = (
    <>
      {error ? (
        <p role="alert" className="mb-3 text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Button
          look="quiet"
          onClick={() =>
            setWanted({ ...defaultPreferences, hasPlace: wanted.hasPlace, shown: wanted.shown })
          }
        >
          Clear
        </Button>
        <Button busy={busy} onClick={() => void save()}>
          Show people
        </Button>
      </div>
    </>
  );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Filters" footer={footer}>
      <div className="flex flex-col gap-6 px-3 pt-2 pb-3">
        <Range
          label="Age"
          words={`${wanted.minAge} to ${maxAge >= oldest ? `${oldest}+` : maxAge}`}
          value={[wanted.minAge, maxAge]}
          onChange={([from = youngest, to = oldest]) =>
            change({ minAge: from, maxAge: to >= oldest ? null : to })
          }
          min={youngest}
          max={oldest}
          thumbs={["Youngest age", "Oldest age"]}
          say={years}
        />
        <GenderChoice value={wanted.genders} onChange={(genders) => change({ genders })} />
        <PlaceFilter
          hasPlace={wanted.hasPlace}
          maxDistanceKm={wanted.maxDistanceKm}
          onDistance={(maxDistanceKm) => change({ maxDistanceKm })}
          onPlace={(next) => {
            setPlace(next);
            change({ hasPlace: next !== null });
          }}
        />
        <Switch
          label="Show me to others"
          hint="Off: nobody new sees you. Your matches still do."
          checked={wanted.shown}
          onCheckedChange={(shown) => change({ shown })}
        />
      </div>
    </Dialog>
  );
}
