import type { CallFigures } from "@/lib/calls/call-figures";
import { type CallFilters, wantedBy } from "@/lib/calls/history/filters";
import type { CallPage, RememberedCall } from "@/lib/calls/history/types";
import { fieldsOf, textOf } from "@/lib/fields";
import type { RecordingView } from "@/lib/recordings/recording-view";

const timeoutMs = 20_000;

async function ask(path: string, gaveUp?: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(path, {
    signal: gaveUp ? AbortSignal.any([gaveUp, timeout]) : timeout,
  });
  const answer = fieldsOf(await response.json());
  if (answer.ok !== true) throw new Error("The calls did not load.");
  return answer;
}

/**
 * A page of this person's calls, newest first.
 *
 * @param before - the `next` of the page before
 * @throws Error when there is no answer, or it is none
 */
export async function fetchCalls(
  filters: CallFilters,
  { before, limit = 30, signal }: { before?: string; limit?: number; signal?: AbortSignal } = {},
): Promise<CallPage> {
  const query = new URLSearchParams({
    limit: String(limit),
    ...(before && { before }),
    ...wantedBy(filters),
  });
  const { calls, next } = await ask(`/api/calls?${query}`, signal);
  if (!isCalls(calls)) throw new Error("The calls did not load.");
  return { calls, next: textOf(next) };
}

/** A call and what was recorded of it. @throws Error when there is no answer, or no such call */
export async function fetchCall(
  sid: string,
): Promise<{ call: RememberedCall; recordings: RecordingView[] }> {
  const { call, recordings } = await ask(`/api/calls/${sid}`);
  if (!isCall(call) || !isRecordings(recordings)) throw new Error("The call did not load.");
  return { call, recordings };
}

/** What the calls of these days add up to. @throws Error when there is no answer, or it is none */
export async function fetchFigures(
  days: { from: string; to: string; tz: string },
  signal?: AbortSignal,
): Promise<CallFigures> {
  const answer = await ask(`/api/calls/stats?${new URLSearchParams(days)}`, signal);
  if (!isFigures(answer)) throw new Error("The figures did not load.");
  return answer;
}

// What the routes themselves have checked against their declarations.

function isCall(value: unknown): value is RememberedCall {
  const { sid, participants } = fieldsOf(value);
  return textOf(sid) !== null && Array.isArray(participants);
}

function isCalls(value: unknown): value is RememberedCall[] {
  return Array.isArray(value) && value.every(isCall);
}

function isRecordings(value: unknown): value is RecordingView[] {
  return Array.isArray(value) && value.every((one) => textOf(fieldsOf(one).sid) !== null);
}

function isFigures(value: unknown): value is CallFigures {
  const { days, hours, people } = fieldsOf(value);
  return Array.isArray(days) && Array.isArray(hours) && Array.isArray(people);
}
