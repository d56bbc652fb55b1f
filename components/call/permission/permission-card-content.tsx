"use client";

import { Phone, Video, X } from "lucide-react";
import { useState } from "react";
import { callNow } from "@/components/call/permission/call-now";
import { Button } from "@/components/ui/button";
import { iconButtonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";
import { refreshPermissions } from "@/lib/calls/client/permission/permissions";
import type { MatchPermission } from "@/lib/calls/client/permission/types";
import { allowedWords, askedWords, wantedWords } from "@/lib/calls/client/permission/words";
import type { RoomKind } from "@/lib/calls/client/room/view";
import { type ApiAnswer, callApi } from "@/lib/http/call-api";

type ContentProps = MatchPermission & { onDone: () => void };

/** A request of the other, their answer to one, or what this person waits for. */
export function PermissionCardContent({
  matchId,
  person: { name },
  onDone,
  ...states
}: ContentProps) {
  const { wanted, allowed, asked } = states;
  const path = `/api/matches/${matchId}/call-requests`;
  const { busy, problem, run } = useStep(onDone);
  if (wanted) {
    const answer = (allow: boolean) => () => void run(() => callApi("PATCH", path, { allow }));
    return (
      <Card
        kind={wanted}
        title={wantedWords(name, wanted)}
        words="If you allow it, they may call you here whenever they like. You can change that in the menu."
        problem={problem}
      >
        <Button look="outline" className="max-sm:flex-1" busy={busy} onClick={answer(false)}>
          Not now
        </Button>
        <Button className="max-sm:flex-1" busy={busy} onClick={answer(true)}>
          Allow
        </Button>
      </Card>
    );
  }
  const putAway = () => void run(() => callApi("DELETE", path));
  if (allowed) {
    return (
      <Card kind={allowed} title={allowedWords(name, allowed)} problem={problem}>
        <Button className="max-sm:flex-1" onClick={() => void callNow(matchId, allowed)}>
          Call now
        </Button>
        <button type="button" className={iconButtonClass()} disabled={busy} onClick={putAway}>
          <X aria-hidden="true" size={20} />
          <span className="sr-only">Close</span>
        </button>
      </Card>
    );
  }
  if (!asked) return null;
  return (
    <Card kind={asked} title={askedWords(name, asked)} problem={problem} isQuiet>
      <Button look="ghost" busy={busy} onClick={putAway}>
        Take back
      </Button>
    </Card>
  );
}

interface CardProps {
  kind: RoomKind;
  title: string;
  words?: string;
  problem: string | null;
  /** Nothing is to be done about it. */
  isQuiet?: boolean;
  /** The buttons. */
  children: React.ReactNode;
}

function Card({ kind, title, words, problem, isQuiet = false, children }: CardProps) {
  const Icon = kind === "video" ? Video : Phone;
  return (
    <section aria-label={title} className="animate-rise border-t border-line bg-surface">
      <div className="mx-auto flex max-w-3xl flex-wrap items-center gap-x-3 gap-y-2.5 px-4 py-3 md:px-6">
        <span
          aria-hidden="true"
          className={cx(
            "grid size-11 shrink-0 place-items-center rounded-full bg-mine-wash text-link",
            isQuiet && "max-sm:hidden",
          )}
        >
          <Icon size={20} />
        </span>
        <div className={cx("min-w-0 flex-1", isQuiet ? "basis-32" : "basis-48")}>
          <p dir="auto" className={isQuiet ? "text-[0.9375rem] text-ink-soft" : "font-bold"}>
            {title}
          </p>
          {words ? <p className="text-sm text-pretty text-ink-soft">{words}</p> : null}
          {problem ? <p className="text-sm font-medium text-danger">{problem}</p> : null}
        </div>
        <div className={cx("flex items-center gap-2", !isQuiet && "max-sm:grow")}>{children}</div>
      </div>
    </section>
  );
}

/** One request at a time, and what is wrong with it. */
function useStep(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function run(step: () => Promise<ApiAnswer>) {
    setBusy(true);
    setProblem(null);
    const answer = await step();
    await refreshPermissions();
    setBusy(false);
    if (answer.ok) onDone();
    else setProblem(answer.error.message);
  }
  return { busy, problem, run };
}
