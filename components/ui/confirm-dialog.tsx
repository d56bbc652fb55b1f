"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Button } from "@/components/ui/button";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen. */
  children: React.ReactNode;
  /** The verb on the button that does it. */
  verb: string;
  /** Of that button: for something that is lost unless told otherwise. */
  look?: ButtonLook;
  busy?: boolean;
  error?: string | undefined;
  onConfirm: () => void;
}

/** Asks before something that matters. Focus starts on the way out. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <AlertDialog.Portal>
        {/* Rendered over another dialog too, which would else look as if it could be used. */}
        <AlertDialog.Backdrop
          forceRender
          className="fixed inset-0 z-40 min-h-dvh bg-shade transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <AlertDialog.Popup className="fixed bottom-0 left-1/2 z-40 mb-[max(1rem,env(safe-area-inset-bottom))] w-[min(25rem,calc(100vw-2rem))] -translate-x-1/2 rounded-card bg-surface p-6 shadow-high outline-none transition-[opacity,translate] duration-200 ease-out-soft data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0 md:top-1/2 md:bottom-auto md:mb-0 md:-translate-y-1/2">
          <AlertDialog.Title className="text-xl font-bold tracking-tight">
            {props.title}
          </AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-2 text-ink-soft">
            {props.children}
          </AlertDialog.Description>
          {props.error ? (
            <p role="alert" className="mt-3 text-sm font-medium text-danger">
              {props.error}
            </p>
          ) : null}
          <div className="mt-6 grid grid-cols-2 gap-3">
            <AlertDialog.Close className={buttonClass("quiet")}>Cancel</AlertDialog.Close>
            <Button
              look={props.look ?? "danger"}
              busy={props.busy ?? false}
              onClick={props.onConfirm}
            >
              {props.verb}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
