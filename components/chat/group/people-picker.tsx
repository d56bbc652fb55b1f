"use client";

import { Check, Search } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";

/** From so many people on, they can be searched. */
const searchFrom = 8;

interface PeoplePickerProps {
  /** Pair matches to choose from. */
  choices: readonly MatchSummary[];
  /** Ids of the chosen matches. */
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  max: number;
}

/** A list of one's matches, to choose several of. */
export function PeoplePicker({ choices, chosen, onChange, max }: PeoplePickerProps) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const found = choices.filter((match) => matchName(match).toLocaleLowerCase().includes(wanted));

  function toggle(id: string) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  }

  return (
    <>
      {choices.length >= searchFrom ? (
        <label className="mx-3 mb-1 flex min-h-11 items-center gap-2.5 rounded-full bg-sunken px-4 focus-within:shadow-[inset_0_0_0_2px_var(--link)]">
          <Search aria-hidden="true" size={18} className="shrink-0 text-ink-soft" />
          <input
            type="search"
            aria-label="Search your matches"
            placeholder="Search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-soft"
          />
        </label>
      ) : null}
      <ul aria-label="Your matches">
        {found.map((match) => (
          <li key={match.id}>
            <Choice
              match={match}
              checked={chosen.has(match.id)}
              disabled={!chosen.has(match.id) && chosen.size >= max}
              toggle={() => toggle(match.id)}
            />
          </li>
        ))}
      </ul>
      {found.length === 0 ? (
        <p role="status" className="px-3 py-6 text-center text-ink-soft">
          Nobody of that name.
        </p>
      ) : null}
    </>
  );
}

interface ChoiceProps {
  match: MatchSummary;
  checked: boolean;
  disabled: boolean;
  toggle: () => void;
}

function Choice({ match, checked, disabled, toggle }: ChoiceProps) {
  const name = matchName(match);
  return (
    <label
      className={cx(
        "relative flex min-h-14 items-center gap-3.5 rounded-2xl px-3 transition-colors duration-150",
        disabled ? "opacity-55" : "cursor-pointer hover:bg-sunken",
      )}
    >
      <Avatar
        profileId={match.people[0]?.id ?? match.id}
        picture={match.people[0]?.picture}
        name={name}
        size={42}
      />
      <span dir="auto" className="min-w-0 flex-1 truncate font-semibold">
        {name}
      </span>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={toggle}
        className="peer absolute inset-0 cursor-[inherit] appearance-none rounded-2xl"
      />
      <span className="grid size-6.5 place-items-center rounded-full text-transparent shadow-[inset_0_0_0_2px_var(--line-strong)] transition-colors duration-150 peer-checked:bg-mine peer-checked:text-on-mine peer-checked:shadow-none">
        <Check aria-hidden="true" size={17} strokeWidth={3} />
      </span>
    </label>
  );
}
