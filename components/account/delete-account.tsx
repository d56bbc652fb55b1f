"use client";

import { useId, useState } from "react";
import { leavingHere } from "@/components/account/leaving-here";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { forgetNotes } from "@/lib/chat/voice-notes/client/outgoing";
import { callApi } from "@/lib/http/call-api";

const word = "delete";

/** Leaves Duet for good, after saying what that means and having a word typed. */
export function DeleteAccount({ graceDays }: { graceDays: number }) {
  const formId = useId();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function confirm(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (typed.trim().toLowerCase() !== word) {
      setError(`Type ${word} to go on.`);
      return;
    }
    setBusy(true);
    leavingHere.update(() => true);
    const answer = await callApi("DELETE", "/api/account", { confirm: "delete my account" });
    if (answer.ok) {
      sessionStorage.clear();
      // A whole new page, so that nothing of this session stays in memory.
      await forgetNotes();
      window.location.replace("/goodbye");
      return;
    }
    leavingHere.update(() => false);
    setBusy(false);
    setError(answer.error.message);
  }

  return (
    <>
      <p className="mb-4 text-ink-soft">
        Everything of yours goes for good.{" "}
        {graceDays > 0 ? `For ${graceDays} days you can still change your mind.` : null}
      </p>
      <button
        type="button"
        className={buttonClass("outline", "text-danger!")}
        onClick={() => {
          setTyped("");
          setError(undefined);
          setAsking(true);
        }}
      >
        Delete account
      </button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete your account?"
        footer={
          <div className="grid grid-cols-2 gap-3">
            <Button look="quiet" onClick={() => setAsking(false)}>
              Cancel
            </Button>
            <Button type="submit" form={formId} look="danger" busy={busy}>
              Delete account
            </Button>
          </div>
        }
      >
        <form
          id={formId}
          noValidate
          onSubmit={(event) => void confirm(event)}
          className="flex flex-col gap-4 px-3 pb-2"
        >
          <ul className="flex list-disc flex-col gap-1.5 pl-5 text-ink-soft">
            <li>
              At once, nobody can see, write to or call you, and you are signed out everywhere.
            </li>
            {graceDays > 0 ? (
              <li>
                For {graceDays} days you can sign in and keep your account, with all that is in it.
              </li>
            ) : null}
            <li>
              Then your profile, pictures, messages, voice notes, recordings and numbers are
              deleted. Others keep empty lines and their calls, without your name.
            </li>
          </ul>
          <TextField
            label={`Type “${word}” to confirm`}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(undefined);
            }}
            error={error}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        </form>
      </Dialog>
    </>
  );
}
