"use client";

import { Popover } from "@base-ui/react/popover";
import { Copy, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { DeleteDialog } from "@/components/chat/actions/delete-dialog";
import { EmojiGrid } from "@/components/chat/actions/emoji-grid";
import { useViewer } from "@/components/shell/viewer-context";
import { cx } from "@/components/ui/class-names";
import { notify } from "@/components/ui/notify";
import { reactionGroups } from "@/lib/chat/reaction-groups";
import type { ThreadSession } from "@/lib/chat/thread-session";
import type { MatchSummary, Message } from "@/lib/chat/types";

interface MessageMenuProps {
  match: MatchSummary;
  message: Message;
  /** Names the message. */
  words: string;
  /** Its bubble. */
  anchor: HTMLElement;
  /** A finger has opened it. */
  held: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  react: (emoji: string | null) => void;
  remove: ThreadSession["remove"];
}

/** What can be done with a message: answer it with an emoji, copy it, delete it. */
export function MessageMenu(props: MessageMenuProps) {
  const { match, message, anchor, open, onOpenChange, react, remove } = props;
  const viewer = useViewer();
  const popup = useRef<HTMLDivElement>(null);
  const [next, setNext] = useState<"delete" | null>(null);
  const [deleting, setDeleting] = useState(false);
  const groups = reactionGroups(message.reactions ?? [], viewer.id, match);
  const chosen = groups.find(({ mine }) => mine)?.emoji ?? null;
  const mine = message.senderId === viewer.id;

  async function copy() {
    onOpenChange(false);
    try {
      await navigator.clipboard.writeText(message.body ?? "");
      await notify("Copied.");
    } catch {
      await notify("This browser did not let Duet copy it.");
    }
  }

  function choose(emoji: string) {
    onOpenChange(false);
    react(emoji === chosen ? null : emoji);
  }

  return (
    <>
      <Popover.Root
        open={open && !message.deleted}
        onOpenChange={onOpenChange}
        // Not before, or the menu would take the focus from the question on its way out.
        onOpenChangeComplete={(opened) => {
          if (!opened) setDeleting(next === "delete");
          setNext(null);
        }}
        modal
      >
        <Popover.Portal>
          <Popover.Backdrop className="fixed inset-0 z-30 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 pointer-coarse:bg-shade" />
          <Popover.Positioner
            anchor={anchor}
            side="top"
            align={mine ? "end" : "start"}
            sideOffset={6}
            collisionPadding={8}
            className="z-30 outline-none"
          >
            <Popover.Popup
              ref={popup}
              initialFocus={props.held ? popup : true}
              finalFocus={(type) => type !== "touch" && optionsOf(anchor)}
              className="w-80 origin-(--transform-origin) rounded-card bg-surface p-1.5 shadow-high outline-1 outline-line focus-visible:outline-1 focus-visible:outline-line transition-[opacity,scale] duration-150 ease-out-soft data-ending-style:scale-95 data-ending-style:opacity-0 data-starting-style:scale-95 data-starting-style:opacity-0"
            >
              <Popover.Title className="sr-only">{props.words}</Popover.Title>
              <EmojiGrid chosen={chosen} choose={choose} />
              {groups.length > 0 ? (
                <ul className="mx-3 border-t border-line py-2 text-sm text-ink-soft">
                  {groups.map(({ emoji, who }) => (
                    <li key={emoji} dir="auto" className="flex gap-2 py-0.5">
                      <span>{emoji}</span>
                      <span className="min-w-0 [overflow-wrap:anywhere]">{who}</span>
                    </li>
                  ))}
                </ul>
              ) : null}
              <div className="border-t border-line pt-1.5 empty:hidden">
                {message.kind === "text" ? (
                  <Item onClick={() => void copy()}>
                    <Copy aria-hidden="true" size={18} />
                    Copy
                  </Item>
                ) : null}
                {mine ? (
                  <Item
                    danger
                    onClick={() => {
                      onOpenChange(false);
                      setNext("delete");
                    }}
                  >
                    <Trash2 aria-hidden="true" size={18} />
                    Delete
                  </Item>
                ) : null}
              </div>
              <Popover.Close className="sr-only">Close</Popover.Close>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <DeleteDialog
        match={match}
        open={deleting}
        onOpenChange={setDeleting}
        remove={() => remove(message.id)}
        onRemoved={() => anchor.closest<HTMLElement>("[role=log]")?.focus({ preventScroll: true })}
      />
    </>
  );
}

function optionsOf(bubble: HTMLElement): HTMLElement | null {
  return bubble.parentElement?.querySelector<HTMLElement>("button[data-options]") ?? null;
}

interface ItemProps {
  onClick: () => void;
  danger?: boolean;
  children: React.ReactNode;
}

function Item({ onClick, danger = false, children }: ItemProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={cx(
        "flex min-h-11 w-full items-center gap-3 rounded-2xl px-3.5 font-medium hover:bg-sunken",
        danger && "text-danger",
      )}
    >
      {children}
    </button>
  );
}
