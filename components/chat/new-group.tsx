"use client";

import { UsersRound } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { iconButtonClass } from "@/components/ui/button-class";

const NewGroupDialog = lazy(() =>
  import("@/components/chat/group/new-group-dialog").then((module) => ({
    default: module.NewGroupDialog,
  })),
);

/** Starts a group; the dialog is fetched when someone asks for it. */
export function NewGroup() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="New group"
        title="New group"
        className={iconButtonClass()}
        onClick={() => setOpen(true)}
      >
        <UsersRound aria-hidden="true" size={22} />
      </button>
      {open ? (
        <Suspense>
          <NewGroupDialog open onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
