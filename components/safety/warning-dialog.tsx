"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Warning } from "@/lib/reports/unread-warning";
import { connect } from "@/lib/supabase/connect";

/** What moderators have to say to this person. It stays until they say that they have read it. */
export function WarningDialog({ warning }: { warning: Warning }) {
  const router = useRouter();
  const understood = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(true);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  async function read() {
    setBusy(true);
    const { error } = await (await connect())
      .from("warnings")
      // A minute ago: this clock may be ahead of the database's, which takes no time to come.
      .update({ read_at: new Date(Date.now() - 60_000).toISOString() })
      .eq("id", warning.id);
    setBusy(false);
    setFailed(error !== null);
    if (error) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <AlertDialog.Root open={open}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 min-h-dvh bg-shade" />
        <AlertDialog.Popup
          initialFocus={understood}
          className="fixed bottom-0 left-1/2 z-40 mb-[max(1rem,env(safe-area-inset-bottom))] w-[min(25rem,calc(100vw-2rem))] -translate-x-1/2 rounded-card bg-surface p-6 shadow-high outline-none md:top-1/2 md:bottom-auto md:mb-0 md:-translate-y-1/2"
        >
          <AlertDialog.Title className="text-xl font-bold tracking-tight">
            A word from the moderators
          </AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-2 text-ink-soft">
            <p>Somebody reported you, and we agree that this was not all right:</p>
            <p
              dir="auto"
              className="my-4 rounded-2xl bg-sunken px-4 py-3 font-medium whitespace-pre-line text-ink"
            >
              {warning.words}
            </p>
            <p>
              Should it happen again, your account can be suspended. What we expect of each other
              stands on the{" "}
              <Link href="/safety" className="font-semibold text-link underline">
                safety page
              </Link>
              .
            </p>
          </AlertDialog.Description>
          {failed ? (
            <p role="alert" className="mt-3 text-sm font-medium text-danger">
              That was not saved. Check your connection and try again.
            </p>
          ) : null}
          <Button ref={understood} busy={busy} onClick={() => void read()} className="mt-6 w-full">
            I understand
          </Button>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
