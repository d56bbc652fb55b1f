"use client";

import { CallPermission } from "@/components/call/permission/call-permission";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";

interface PermissionDialogProps {
  matchId: string;
  /** The other person's. */
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** How the other person of a match may call. */
export function PermissionDialog({ matchId, name, open, onOpenChange }: PermissionDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Calls from ${name}`}
      footer={
        <button
          type="button"
          className={buttonClass("quiet", "w-full")}
          onClick={() => onOpenChange(false)}
        >
          Done
        </button>
      }
    >
      <div className="px-3 py-2">
        <CallPermission matchId={matchId} />
      </div>
    </Dialog>
  );
}
