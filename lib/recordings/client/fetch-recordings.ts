import { fieldsOf, numberOf, textOf } from "@/lib/fields";
import type { RecordingView } from "@/lib/recordings/recording-view";

export type RecordingKind = RecordingView["kind"];

/** A page of recordings as a browser shows it. */
export interface RecordingPage {
  recordings: RecordingView[];
  next: string | null;
  unheard: number;
}

const timeoutMs = 20_000;

/**
 * A page of this person's recordings, newest first.
 *
 * @param before - the `next` of the page before
 * @throws Error when there is no answer, or it is none
 */
export async function fetchRecordings(
  kind: RecordingKind,
  { before, limit = 20 }: { before?: string; limit?: number } = {},
): Promise<RecordingPage> {
  const query = new URLSearchParams({ kind, limit: String(limit), ...(before && { before }) });
  const response = await fetch(`/api/recordings?${query}`, {
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer: unknown = await response.json();
  const { ok, recordings, next, unheard } = fieldsOf(answer);
  if (ok !== true || !isRecordings(recordings)) throw new Error("The recordings did not load.");
  return { recordings, next: textOf(next), unheard: numberOf(unheard) ?? 0 };
}

/** What the route itself has checked against its declaration. */
function isRecordings(value: unknown): value is RecordingView[] {
  return Array.isArray(value) && value.every((one) => textOf(fieldsOf(one).sid) !== null);
}

/** Where the sound of a recording is. */
export function mediaPath(sid: string): string {
  return `/api/recordings/${sid}`;
}
