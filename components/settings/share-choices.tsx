"use client";

import { useState } from "react";
import { notify } from "@/components/ui/notify";
import { Switch } from "@/components/ui/switch";
import { createBrowserClient } from "@/lib/supabase/browser";

interface Choices {
  share_read_receipts: boolean;
  share_last_seen: boolean;
}

/** What others learn of one's reading and one's being here. Each goes both ways or not at all. */
export function ShareChoices({ id, saved }: { id: string; saved: Choices }) {
  const [choices, setChoices] = useState(saved);

  async function change(change: Partial<Choices>) {
    const before = choices;
    setChoices({ ...before, ...change });
    const { error } = await createBrowserClient()
      .from("private_profiles")
      .update(change)
      .eq("id", id);
    if (!error) return;
    setChoices(before);
    void notify("That was not saved. Check your connection and try again.");
  }

  return (
    <div className="flex flex-col gap-5">
      <Switch
        label="Send read receipts"
        hint="Off: nobody sees what you have read, and you do not see what they have."
        checked={choices.share_read_receipts}
        onCheckedChange={(share_read_receipts) => void change({ share_read_receipts })}
      />
      <Switch
        label="Show when I was last here"
        hint="Off: nobody sees that you are online, or were, and you do not see it of them."
        checked={choices.share_last_seen}
        onCheckedChange={(share_last_seen) => void change({ share_last_seen })}
      />
    </div>
  );
}
