"use client";

import type { Offer } from "@/components/numbers/available";
import { useTask } from "@/components/numbers/use-task";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";

interface BuyDialogProps {
  offer: Offer;
  onCancel: () => void;
  onDone: () => void;
  /** Somebody else was faster. */
  onTaken: () => void;
}

/** Asks before a number is bought, and says what it costs. */
export function BuyDialog({ offer, onCancel, onDone, onTaken }: BuyDialogProps) {
  const { run, busy, failure } = useTask();
  const isGone = failure?.code === "number_taken";

  async function buy() {
    if (isGone) return onTaken();
    if (!(await run("POST", "/api/numbers", { phoneNumber: offer.phoneNumber }))) return;
    void notify(`${offer.shown} is yours.`);
    onDone();
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onCancel()}
      title={`Get ${offer.shown}?`}
      verb={isGone ? "Search again" : "Get number"}
      look="primary"
      busy={busy}
      error={failure?.message}
      onConfirm={() => void buy()}
    >
      <p>
        {offer.price
          ? `It costs ${offer.price}, until you release it.`
          : "What it costs a month is not known here."}
      </p>
    </ConfirmDialog>
  );
}
