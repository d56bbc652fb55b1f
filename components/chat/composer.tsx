"use client";

import { ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useSurface } from "@/components/call/use-surface";
import { fetchRecording } from "@/components/chat/voice-notes/fetch-recording";
import { useRecorder } from "@/components/chat/voice-notes/use-recorder";
import { VoiceNoteControl } from "@/components/chat/voice-notes/voice-note-control";
import { useViewer } from "@/components/shell/viewer-context";
import { readDraft, writeDraft } from "@/lib/chat/drafts";
import type { RecordedNote } from "@/lib/chat/voice-notes/client/recorder";

const maxLength = 4000;
/** Characters left from which on they are counted. */
const countBelow = 200;

const fetchHelp = async () =>
  (await import("@/components/chat/voice-notes/microphone-help")).MicrophoneHelp;

interface ComposerProps {
  matchId: string;
  onSend: (body: string) => void;
  onTyping: () => void;
}

/** Where a message is written, or spoken. Enter sends; Shift+Enter, and Enter on a touch screen, break the line. */
export function Composer({ matchId, onSend, onTyping }: ComposerProps) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const viewer = useViewer();
  const { recorder, state } = useRecorder(matchId);
  const MicrophoneHelp = useSurface(state.phase === "failed", fetchHelp);
  const writing = state.phase === "idle" || state.phase === "failed";
  // A recording that waits goes before a text that has come since.
  const speaks = text.trim() === "" || !writing;

  useEffect(() => {
    // What was typed before this code arrived is newer than the draft.
    setText(field.current?.value || readDraft(matchId));
    if (matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [matchId]);

  function change(next: string) {
    setText(next);
    writeDraft(matchId, next);
    if (next !== "") onTyping();
  }

  function send() {
    const body = text.trim();
    if (body === "") return;
    onSend(body);
    change("");
    field.current?.focus();
  }

  async function sendNote(note: RecordedNote) {
    const recording = await fetchRecording();
    await recording.sendNote(note, { matchId, senderId: viewer.id });
  }

  function onKeyDown(event: React.KeyboardEvent) {
    // While an input method composes, Enter picks a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    if (matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      className="safe-bottom border-t border-line bg-surface"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {MicrophoneHelp && state.phase === "failed" ? (
        <MicrophoneHelp
          problem={state.problem}
          onRetry={() => void recorder.start()}
          onClose={recorder.cancel}
        />
      ) : null}
      <div className="mx-auto flex max-w-3xl items-end gap-2 px-3 py-2.5 md:px-6 md:py-3.5">
        <textarea
          ref={field}
          hidden={!writing}
          aria-label="Message"
          placeholder="Message"
          dir="auto"
          rows={1}
          maxLength={maxLength}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-40 min-h-11 min-w-0 flex-1 resize-none rounded-3xl bg-sunken px-4 py-2.5 text-base leading-6 outline-none placeholder:text-ink-soft focus-visible:shadow-[inset_0_0_0_2px_var(--link)]"
        />
        {speaks ? (
          <VoiceNoteControl
            recorder={recorder}
            state={state}
            onSend={(note) => void sendNote(note)}
          />
        ) : (
          <button
            type="submit"
            aria-label="Send"
            className="grid size-11 shrink-0 place-items-center rounded-full bg-mine text-on-mine transition-[background-color,transform] duration-150 hover:bg-mine-press active:scale-95"
          >
            <ArrowUp aria-hidden="true" size={22} strokeWidth={2.5} />
          </button>
        )}
      </div>
      {text.length > maxLength - countBelow ? (
        <p role="status" className="px-5 pb-2 text-right text-xs text-ink-soft">
          {maxLength - text.length} characters left
        </p>
      ) : null}
    </form>
  );
}
