"use client";

import { useRef, useState } from "react";
import { QuietHours } from "@/components/push/quiet-hours";
import { notify } from "@/components/ui/notify";
import { Switch } from "@/components/ui/switch";
import type { NotificationPreferences } from "@/lib/push/preferences";
import { createBrowserClient } from "@/lib/supabase/browser";

const kinds = [
  ["calls", "Incoming calls", "Rings even while Duet is closed."],
  ["missed_calls", "Missed calls", "Says who called while you were away."],
  ["messages", "Messages", "Not while you have Duet open."],
  ["matches", "New matches", "Says who has liked you back."],
  ["show_preview", "Show what messages say", "Anyone who sees your screen can read it."],
] as const;

interface NotificationChoicesProps {
  id: string;
  saved: NotificationPreferences;
}

/** What a person hears of on their devices, and when. */
export function NotificationChoices({ id, saved }: NotificationChoicesProps) {
  const [choices, setChoices] = useState(saved);

  // One after the other: of two changes in a hurry the later must not arrive first.
  const saving = useRef(Promise.resolve());

  function change(part: Partial<NotificationPreferences>) {
    const before = choices;
    setChoices({ ...before, ...part });
    saving.current = saving.current.then(async () => {
      const { error } = await createBrowserClient()
        .from("notification_preferences")
        .upsert({ ...part, profile_id: id });
      if (!error) return;
      setChoices(before);
      void notify("That was not saved. Check your connection and try again.");
    });
  }

  return (
    <div className="flex flex-col gap-5">
      {kinds.map(([kind, label, hint]) => (
        <Switch
          key={kind}
          label={label}
          hint={hint}
          checked={choices[kind]}
          onCheckedChange={(on) => change({ [kind]: on })}
        />
      ))}
      <QuietHours
        from={choices.quiet_from}
        to={choices.quiet_to}
        onChange={(hours) => change(hours)}
      />
    </div>
  );
}
