"use client";

import { ArrowUp, Trash2 } from "lucide-react";
import { focusOnMount } from "@/components/chat/voice-notes/focus-on-mount";
import { NotePlayer } from "@/components/chat/voice-notes/note-player";
import { useSoundAddress } from "@/components/chat/voice-notes/use-sound-address";
import { iconButtonClass } from "@/components/ui/button-class";
import type { RecordedNote } from "@/lib/chat/voice-notes/client/recorder";

interface NotePreviewProps {
  note: RecordedNote;
  onDiscard: () => void;
  onSend: () => void;
}

/** What has been recorded, to be listened to before it is sent. */
export function NotePreview({ note, onDiscard, onSend }: NotePreviewProps) {
  const { id, sound, seconds, waveform } = note;
  const src = useSoundAddress(sound, sound.type);
  const peaks = waveform.map((peak) => peak / 100);
  return (
    <fieldset
      ref={focusOnMount}
      aria-label="Your voice note"
      // Not on Send: the key that stopped the recording may still be down.
      tabIndex={-1}
      className="flex min-w-0 flex-1 animate-rise items-center gap-2 outline-none"
    >
      <button
        type="button"
        aria-label="Discard"
        className={iconButtonClass("text-danger!")}
        onClick={onDiscard}
      >
        <Trash2 aria-hidden="true" size={20} />
      </button>
      <NotePlayer
        note={{ id, src, seconds, peaks }}
        playName="Play"
        className="h-11 flex-1 rounded-3xl bg-mine-wash pr-4 text-link"
      />
      <button
        type="button"
        aria-label="Send"
        className="grid size-11 shrink-0 place-items-center rounded-full bg-mine text-on-mine transition-[background-color,transform] duration-150 hover:bg-mine-press active:scale-95"
        onClick={onSend}
      >
        <ArrowUp aria-hidden="true" size={22} strokeWidth={2.5} />
      </button>
    </fieldset>
  );
}
