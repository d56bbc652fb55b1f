"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { cx } from "@/components/ui/class-names";
import { emojiName, moreEmoji, quickEmoji } from "@/lib/chat/emoji";

const columns = 7;
const cell =
  "grid size-11 place-items-center rounded-full text-2xl leading-none transition-[background-color,transform] duration-150 hover:bg-sunken focus-visible:-outline-offset-3 active:scale-90";

interface EmojiGridProps {
  /** The viewer's present reaction. */
  chosen: string | null;
  choose: (emoji: string) => void;
}

/** Six emoji at hand, and more on demand; arrow keys move between them. */
export function EmojiGrid({ chosen, choose }: EmojiGridProps) {
  const [all, setAll] = useState(chosen !== null && moreEmoji.includes(chosen));
  const [active, setActive] = useState(0);
  const shown = all ? [...quickEmoji, ...moreEmoji] : quickEmoji;

  function onKeyDown(event: React.KeyboardEvent<HTMLElement>) {
    const cells = [...event.currentTarget.querySelectorAll("button")];
    const at = cells.findIndex((button) => button.matches(":focus"));
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    const next = step === undefined ? undefined : cells[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function emojiButton(emoji: string, place: number) {
    return (
      <button
        key={emoji}
        type="button"
        aria-label={emojiName(emoji)}
        aria-pressed={emoji === chosen}
        tabIndex={place === active ? 0 : -1}
        onFocus={() => setActive(place)}
        onClick={() => choose(emoji)}
        className={cx(cell, emoji === chosen && "bg-mine-wash")}
      >
        {emoji}
      </button>
    );
  }

  return (
    <fieldset
      aria-label="React"
      onKeyDown={onKeyDown}
      className="grid max-h-66 grid-cols-7 justify-items-center overflow-y-auto overscroll-contain"
    >
      {shown.slice(0, quickEmoji.length).map(emojiButton)}
      <button
        type="button"
        aria-label={all ? "Fewer reactions" : "More reactions"}
        aria-expanded={all}
        tabIndex={active === quickEmoji.length ? 0 : -1}
        onFocus={() => setActive(quickEmoji.length)}
        onClick={() => setAll(!all)}
        className={cx(cell, "text-ink-soft")}
      >
        <ChevronDown aria-hidden="true" size={20} className={all ? "rotate-180" : undefined} />
      </button>
      {shown
        .slice(quickEmoji.length)
        .map((emoji, index) => emojiButton(emoji, quickEmoji.length + 1 + index))}
    </fieldset>
  );
}
