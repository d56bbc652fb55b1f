"use client";

import { Field } from "@base-ui/react/field";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { NameField, nameProblem } from "@/components/profile/name-field";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { createBrowserClient } from "@/lib/supabase/browser";

interface ProfileFormProps {
  id: string;
  name: string;
  bio: string;
}

const maxBio = 500;

/** What matches see of the person. */
export function ProfileForm({ id, name: savedName, bio: savedBio }: ProfileFormProps) {
  const router = useRouter();
  const [name, setName] = useState(savedName);
  const [bio, setBio] = useState(savedBio);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const changed = name.trim() !== savedName || bio.trim() !== savedBio;

  async function save(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    const problem = nameProblem(name);
    setError(problem ?? undefined);
    if (problem) return;
    setBusy(true);
    const { error: failure } = await createBrowserClient()
      .from("profiles")
      .update({ display_name: name.trim(), bio: bio.trim() })
      .eq("id", id);
    setBusy(false);
    if (failure) {
      setError("Your profile was not saved. Check your connection and try again.");
      return;
    }
    void notify("Your profile is saved.");
    router.refresh();
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-5">
      <div className="flex items-center gap-4">
        <Avatar profileId={id} name={savedName} size={72} />
        <div className="min-w-0 flex-1">
          <NameField value={name} onChange={setName} error={error} />
        </div>
      </div>
      <Field.Root className="flex flex-col gap-1.5">
        <Field.Label className="text-sm font-semibold">About you</Field.Label>
        <Field.Control
          render={<textarea rows={3} />}
          maxLength={maxBio}
          value={bio}
          placeholder="What would you talk about for an hour?"
          onChange={(event) => setBio(event.target.value)}
          className="field-sizing-content min-h-24 resize-none rounded-2xl bg-surface px-4 py-3 shadow-[inset_0_0_0_1.5px_var(--line-strong)] outline-none placeholder:text-ink-soft focus-visible:shadow-[inset_0_0_0_2.5px_var(--link)]"
        />
        <Field.Description className="text-right text-sm text-ink-soft tabular-nums">
          {maxBio - bio.length} left
        </Field.Description>
      </Field.Root>
      <Button type="submit" busy={busy} disabled={!changed} className="self-start">
        Save
      </Button>
    </form>
  );
}
