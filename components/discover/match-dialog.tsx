"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { MatchPictures } from "@/components/discover/match-pictures";
import { useViewer } from "@/components/shell/viewer-context";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { writeDraft } from "@/lib/chat/drafts";
import type { Card } from "@/lib/discovery/card";
import { openingLines } from "@/lib/discovery/opening-lines";

interface MatchDialogProps {
  match: { id: string; card: Card } | null;
  onClose: () => void;
}

/** Celebrates that two like each other, and makes the first words easy. */
export function MatchDialog({ match, onClose }: MatchDialogProps) {
  const router = useRouter();
  const viewer = useViewer();
  const [line, setLine] = useState<string | null>(null);
  // Stays while the dialog leaves.
  const [shown, setShown] = useState(match);
  if (match && match !== shown) {
    setShown(match);
    setLine(null);
  }
  if (!shown) return null;
  const { id, card } = shown;

  function sayHello() {
    if (line) writeDraft(id, line);
    onClose();
    router.push(`/matches/${id}`);
  }

  const footer = (
    <div className="grid grid-cols-2 gap-3">
      <Button look="quiet" onClick={onClose}>
        Keep looking
      </Button>
      <Button onClick={sayHello}>Say hello</Button>
    </div>
  );
  return (
    <Dialog
      open={match !== null}
      onOpenChange={(open) => !open && onClose()}
      title="It's a match"
      description={`You and ${card.name} like each other.`}
      footer={footer}
    >
      <MatchPictures
        me={{ id: viewer.id, name: viewer.name, picture: viewer.picture }}
        other={{ id: card.id, name: card.name, picture: card.picture }}
      />
      <fieldset className="flex flex-col gap-2 px-3 pb-2">
        <legend className="mb-2 text-sm font-semibold">A first line?</legend>
        {openingLines(card).map((words) => (
          <button
            key={words}
            type="button"
            dir="auto"
            aria-pressed={words === line}
            onClick={() => setLine(words === line ? null : words)}
            className={cx(
              "min-h-11 rounded-2xl px-4 py-2 text-left transition-colors duration-150",
              words === line ? "bg-mine text-on-mine" : "bg-sunken hover:bg-line",
            )}
          >
            {words}
          </button>
        ))}
      </fieldset>
    </Dialog>
  );
}
