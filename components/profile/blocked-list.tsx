"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import type { BlockedPerson } from "@/lib/blocks/blocked-people";
import { callApi } from "@/lib/http/call-api";

/** Whom the person has blocked, each with the way back. */
export function BlockedList({ people }: { people: readonly BlockedPerson[] }) {
  const [left, setLeft] = useState(people);
  const [busyId, setBusyId] = useState<string>();

  async function unblock({ id, name }: BlockedPerson) {
    setBusyId(id);
    const answer = await callApi("DELETE", `/api/blocks/${id}`);
    setBusyId(undefined);
    void notify(answer.ok ? `${name} is unblocked.` : answer.error.message);
    if (answer.ok) setLeft((all) => all.filter((person) => person.id !== id));
  }

  if (left.length === 0) {
    return (
      <p className="text-ink-soft">
        Nobody. You can block a match from the menu of your conversation, at any time.
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-2">
      {left.map((person) => (
        <li key={person.id} className="flex items-center justify-between gap-3">
          <span dir="auto" className="truncate font-semibold">
            {person.name}
          </span>
          <Button
            look="outline"
            busy={busyId === person.id}
            aria-label={`Unblock ${person.name}`}
            onClick={() => void unblock(person)}
          >
            Unblock
          </Button>
        </li>
      ))}
    </ul>
  );
}
