"use client";

import { UsersRound } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";

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
        className={buttonClass("ghost", "px-3.5 text-[0.9375rem]")}
        onClick={() => setOpen(true)}
      >
        <UsersRound aria-hidden="true" size={20} />
        New group
      </button>
      {open ? (
        <Suspense>
          <NewGroupDialog open onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
