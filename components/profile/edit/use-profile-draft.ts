import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { notify } from "@/components/ui/notify";
import {
  type DraftProblems,
  draftProblems,
  fromDraft,
  type OwnProfile,
  type ProfileDraft,
  sameProfile,
  toDraft,
} from "@/lib/profiles/draft";
import { createBrowserClient } from "@/lib/supabase/browser";

interface DraftState {
  draft: ProfileDraft;
  change: (change: Partial<ProfileDraft>) => void;
  problems: DraftProblems;
  /** Something differs from what is saved. */
  changed: boolean;
  busy: boolean;
  /** Why it was not saved, in words. */
  error: string | undefined;
  save: () => Promise<void>;
}

/** A profile while it is being changed; a page that is left before it is saved asks first. */
export function useProfileDraft(id: string, profile: OwnProfile): DraftState {
  const router = useRouter();
  const [saved, setSaved] = useState(profile);
  const [draft, setDraft] = useState(() => toDraft(profile));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const changed =
    draft.height.trim() !== toDraft(saved).height || !sameProfile(fromDraft(draft), saved);
  useAskBeforeLeaving(changed);

  async function save() {
    if (busy) return;
    const found = draftProblems(draft);
    setProblems(found);
    setError(undefined);
    if (Object.keys(found).length > 0) return;
    const next = fromDraft(draft);
    setBusy(true);
    const { error: failure } = await createBrowserClient()
      .from("profiles")
      .update(next)
      .eq("id", id);
    setBusy(false);
    if (failure) {
      setError("Your profile was not saved. Check your connection and try again.");
      return;
    }
    setSaved(next);
    setDraft(toDraft(next));
    void notify("Your profile is saved.");
    router.refresh();
  }

  return {
    ...{ draft, problems, changed, busy, error, save },
    change: (change) => {
      setDraft((before) => ({ ...before, ...change }));
      setProblems({});
    },
  };
}

function useAskBeforeLeaving(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [changed]);
}
