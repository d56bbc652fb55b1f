"use client";

import { useState } from "react";
import { notify } from "@/components/ui/notify";
import { Switch } from "@/components/ui/switch";
import { createBrowserClient } from "@/lib/supabase/browser";

/** Opt-in to a text message after a missed call. */
export function MissedCallTexts({ id, on: saved }: { id: string; on: boolean }) {
  const [on, setOn] = useState(saved);

  async function change(next: boolean) {
    setOn(next);
    const { error } = await createBrowserClient()
      .from("private_profiles")
      .update({ text_missed_calls: next })
      .eq("id", id);
    if (!error) return;
    setOn(!next);
    void notify("That was not saved. Check your connection and try again.");
  }

  return (
    <Switch
      label="Text me when I miss a call"
      hint="One message says who called. Never their number, never yours."
      checked={on}
      onCheckedChange={(next) => void change(next)}
    />
  );
}
