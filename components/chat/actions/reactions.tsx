"use client";

import { useViewer } from "@/components/shell/viewer-context";
import { cx } from "@/components/ui/class-names";
import { reactionGroups, reactionWords } from "@/lib/chat/reaction-groups";
import type { MatchSummary, Reaction } from "@/lib/chat/types";

interface ReactionsProps {
  match: MatchSummary;
  reactions: readonly Reaction[];
  /** Of the message: they stand under its outer corner. */
  mine: boolean;
  react: (emoji: string | null) => void;
}

/** With what a message was answered; each joins in or takes one's own back. */
export function Reactions({ match, reactions, mine, react }: ReactionsProps) {
  const viewer = useViewer();
  return (
    <ul
      aria-label="Reactions"
      className={cx("relative -mt-1.5 flex flex-wrap gap-1 px-2", mine ? "justify-end" : "")}
    >
      {reactionGroups(reactions, viewer.id, match).map((group) => (
        <li key={group.emoji} className="animate-rise">
          <button
            type="button"
            aria-label={reactionWords(group)}
            aria-pressed={group.mine}
            title={group.who}
            onClick={() => react(group.mine ? null : group.emoji)}
            className={cx(
              "relative flex h-7 min-w-9 items-center justify-center gap-1 rounded-full border-2 border-paper px-1.5 text-sm leading-none transition-[background-color,transform] duration-150 after:absolute after:-inset-x-0.5 after:-inset-y-2 active:scale-95",
              group.mine ? "bg-mine-wash text-link" : "bg-sunken text-ink-soft",
            )}
          >
            <span aria-hidden="true">{group.emoji}</span>
            {group.count > 1 ? (
              <span aria-hidden="true" className="text-xs font-bold">
                {group.count}
              </span>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
