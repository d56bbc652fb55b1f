"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { iconButtonClass } from "@/components/ui/button-class";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string | undefined;
  /** What scrolls when there is too much of it. */
  children: React.ReactNode;
  /** Stays in view below it. */
  footer?: React.ReactNode;
}

/** Something to look at or to fill in above the page: a sheet from below on a phone. */
export function Dialog(props: DialogProps) {
  return (
    <BaseDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 min-h-dvh bg-shade transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup className="fixed inset-x-0 bottom-0 z-40 flex max-h-[88dvh] flex-col rounded-t-card bg-surface pb-[max(1rem,env(safe-area-inset-bottom))] shadow-high outline-none transition-[opacity,translate] duration-200 ease-out-soft data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0 md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:max-h-[80dvh] md:w-107 md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-card">
          <div className="flex items-start gap-2 pt-5 pr-3 pl-6">
            <div className="min-w-0 flex-1 pt-1.5 pb-2">
              <BaseDialog.Title dir="auto" className="truncate text-xl font-bold tracking-tight">
                {props.title}
              </BaseDialog.Title>
              {props.description ? (
                <BaseDialog.Description className="mt-0.5 text-sm text-ink-soft">
                  {props.description}
                </BaseDialog.Description>
              ) : null}
            </div>
            <BaseDialog.Close aria-label="Close" className={iconButtonClass()}>
              <X aria-hidden="true" size={22} />
            </BaseDialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-3">
            {props.children}
          </div>
          {props.footer ? <div className="px-6 pt-3">{props.footer}</div> : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
