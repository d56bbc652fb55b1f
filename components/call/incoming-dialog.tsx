"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Phone, PhoneOff, Users, Video, Volume2 } from "lucide-react";
import { useRef } from "react";
import { PeerPicture } from "@/components/call/peer-picture";
import { useRinging } from "@/components/call/use-ringing";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";

interface IncomingDialogProps {
  open: boolean;
  /** What kind of call it is: the dialog's name. */
  title: string;
  caller: { id: string | null; name: string } | null;
  /** Who calls, as it is read: the name, unless there is more to say. */
  words?: string;
  /** What is special about how they call. */
  via?: string | null;
  /** The group that is called, unless one person calls another. */
  group?: string | null;
  isVideo?: boolean;
  /** What accepting will do. */
  note?: string | null;
  /** Why accepting failed. */
  problem: string | null;
  /** The browser holds the ringtone back. */
  isSilent: boolean;
  onAccept: () => void;
  onDecline: () => void;
  onHear: () => void;
}

/**
 * Rings until somebody decides. Only its two buttons close it: a stray key must not decline. It goes
 * at once, since a fade over the whole page would delay the first sound of the call.
 */
export function IncomingDialog(props: IncomingDialogProps) {
  const { open, caller, group = null, isVideo = false, note = null } = props;
  const popup = useRef<HTMLDivElement>(null);
  const name = caller?.name ?? "";
  const words = props.words ?? name;
  const AcceptIcon = isVideo ? Video : Phone;
  useRinging(open, name);
  return (
    <Dialog.Root open={open} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 min-h-dvh bg-shade transition-opacity duration-200 data-starting-style:opacity-0" />
        <Dialog.Popup
          ref={popup}
          // Whoever is typing must not answer by pressing space.
          initialFocus={popup}
          className="fixed inset-x-0 bottom-0 z-40 flex flex-col items-center rounded-t-card bg-surface px-6 pt-10 pb-[max(2rem,env(safe-area-inset-bottom))] text-center shadow-high outline-none transition-[opacity,translate] duration-250 ease-out-soft data-starting-style:translate-y-6 data-starting-style:opacity-0 md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:w-96 md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-card md:pb-8"
        >
          <span className="relative mb-6 grid place-items-center">
            <span className="absolute size-28 animate-ping rounded-full bg-mark-one opacity-20 [animation-duration:2.6s]" />
            {caller ? <PeerPicture profileId={caller.id} name={name} size={112} /> : null}
          </span>
          <Dialog.Title className="text-sm font-semibold tracking-normal text-ink-soft">
            {props.title}
          </Dialog.Title>
          <Dialog.Description
            dir="auto"
            className={cx(
              "mt-1 font-display font-bold tracking-tight text-balance",
              words === name ? "text-3xl" : "text-2xl",
            )}
          >
            {words}
          </Dialog.Description>
          {props.via ? (
            <p className="mt-1 flex items-center gap-1.5 font-medium text-ink-soft">
              <Phone aria-hidden="true" size={16} />
              {props.via}
            </p>
          ) : null}
          {group ? (
            <p dir="auto" className="mt-1 flex items-center gap-1.5 font-medium text-ink-soft">
              <Users aria-hidden="true" size={16} />
              <span className="sr-only">in the group </span>
              {group}
            </p>
          ) : null}
          {props.problem ? (
            <p role="alert" className="mt-4 text-sm font-medium text-pretty text-danger">
              {props.problem}
            </p>
          ) : props.isSilent ? (
            <button type="button" className={buttonClass("ghost", "mt-3")} onClick={props.onHear}>
              <Volume2 aria-hidden="true" size={18} />
              Tap to hear it ring
            </button>
          ) : null}
          <div className="mt-8 grid w-full grid-cols-2 gap-3">
            <button
              type="button"
              className={buttonClass("danger", "min-h-14")}
              onClick={props.onDecline}
            >
              <PhoneOff aria-hidden="true" size={20} />
              Decline
            </button>
            <button
              type="button"
              className={buttonClass("primary", "min-h-14 bg-good! text-paper!")}
              onClick={props.onAccept}
            >
              <AcceptIcon aria-hidden="true" size={20} />
              Accept
            </button>
          </div>
          {note ? <p className="mt-4 text-sm text-ink-soft">{note}</p> : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
