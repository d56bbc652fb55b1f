"use client";

import { Check, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { TextField } from "@/components/ui/text-field";
import { maxChipLength, withChip } from "@/lib/profiles/chips";

interface ChipsFieldProps {
  label: string;
  /** Of the line for words of one's own. */
  addLabel: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  suggestions: readonly string[];
  /** How many may be chosen. */
  max: number;
}

/** Several words out of many, or of one's own. */
export function ChipsField(props: ChipsFieldProps) {
  const { label, addLabel, value, onChange, suggestions, max } = props;
  const [text, setText] = useState("");
  const own = value.filter((word) => !suggestions.includes(word));
  const full = value.length >= max;

  function toggle(word: string) {
    if (value.includes(word)) onChange(value.filter((one) => one !== word));
    else if (!full) onChange([...value, word]);
  }
  function add() {
    onChange(withChip({ text, chosen: value, suggestions, max }));
    setText("");
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{label}</legend>
      <p role="status" className="text-sm text-ink-soft tabular-nums">
        {full ? `${max} chosen, which is as many as fit.` : `${value.length} of ${max} chosen`}
      </p>
      <ul className="flex flex-wrap gap-2">
        {[...own, ...suggestions].map((word) => (
          <li key={word} className="max-w-full">
            <Chip
              word={word}
              chosen={value.includes(word)}
              tooMany={full}
              toggle={() => toggle(word)}
            />
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={addLabel}
            maxLength={maxChipLength}
            enterKeyHint="done"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              add();
            }}
          />
        </div>
        <Button
          look="outline"
          className="min-h-13"
          disabled={full || !text.trim()}
          aria-label={`Add to ${label.toLowerCase()}`}
          onClick={add}
        >
          Add
        </Button>
      </div>
    </fieldset>
  );
}

interface ChipProps {
  word: string;
  chosen: boolean;
  tooMany: boolean;
  toggle: () => void;
}

function Chip({ word, chosen, tooMany, toggle }: ChipProps) {
  const Icon = chosen ? Check : Plus;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-disabled={!chosen && tooMany}
      onClick={toggle}
      className={cx(
        "inline-flex min-h-11 max-w-full items-center gap-1.5 rounded-full px-3.5 text-[0.9375rem] font-semibold transition-colors duration-150 aria-disabled:opacity-55",
        chosen
          ? "bg-mine text-on-mine"
          : "shadow-[inset_0_0_0_1.5px_var(--line-strong)] hover:bg-sunken",
      )}
    >
      <Icon aria-hidden="true" size={16} className="shrink-0" />
      <span dir="auto" className="truncate">
        {word}
      </span>
    </button>
  );
}
