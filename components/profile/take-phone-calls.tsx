"use client";

import { useState } from "react";
import { notify } from "@/components/ui/notify";
import { Switch } from "@/components/ui/switch";
import { createBrowserClient } from "@/lib/supabase/browser";

interface TakePhoneCallsProps {
  id: string;
  on: boolean;
  /** It is on, or off, for the server too. */
  onSaved?: () => Promise<void>;
}

/** Opt-in to calls of matches on one's own telephone. */
export function TakePhoneCalls({ id, on: saved, onSaved }: TakePhoneCallsProps) {
  const [on, setOn] = useState(saved);

  async function change(next: boolean) {
    setOn(next);
    const { error } = await createBrowserClient()
      .from("private_profiles")
      .update({ takes_phone_calls: next })
      .eq("id", id);
    if (!error) return onSaved?.();
    setOn(!next);
    void notify("That was not saved. Check your connection and try again.");
  }

  return (
    <Switch
      label="Take phone calls"
      hint="Matches who take them too can ring your phone, and you theirs. Both of you see a number of Duet's, never each other's. A call in progress is not ended by switching it off."
      checked={on}
      onCheckedChange={(next) => void change(next)}
    />
  );
}
