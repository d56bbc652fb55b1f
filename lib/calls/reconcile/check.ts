import "server-only";
import { afterEvent } from "@/lib/calls/after-event";
import { hangUpCall } from "@/lib/calls/end-call";
import { type Look, reconcileCall } from "@/lib/calls/reconcile/call";
import { type Check, finishCheck } from "@/lib/calls/reconcile/queue";
import { reconcileRecordings } from "@/lib/calls/reconcile/recordings";
import { reconcileRoom } from "@/lib/calls/reconcile/room";
import { completeRoom, disconnectParticipant } from "@/lib/calls/rooms/end-room";

/** Later than this, in milliseconds, nobody wants to be told of a missed call. */
const newsMs = 15 * 60_000;

/** What came of a look. */
export interface Checked {
  /** It changed what is known of the call. */
  isRepaired: boolean;
  /** Calls, rooms and participants that were ended at Twilio. */
  ended: number;
}

/**
 * Asks Twilio about one call or room, records what it says, and ends there what should not go on.
 *
 * @throws ApiError `provider_error`, `unavailable`, `not_configured`
 * @throws PostgrestError when the database does not answer
 */
export async function lookAt(check: Check): Promise<Checked> {
  const { isLive, recorded, ended } = check.sid.startsWith("RM")
    ? await lookAtRoom(check)
    : await lookAtCall(check);
  const isNews = check.started_at && Date.now() - Date.parse(check.started_at) < newsMs;
  if (isNews) recorded.forEach(afterEvent);
  return { isRepaired: await finishCheck(check, isLive), ended };
}

type Found = Look & { ended: number };

async function lookAtCall({ sid, outlived, recordings }: Check): Promise<Found> {
  const look = await reconcileCall(sid);
  const ends = look.isLive && outlived;
  if (ends) await hangUpCall(sid);
  const isBeingRecorded = recordings && !look.isLive && (await reconcileRecordings(sid));
  return { ...look, isLive: look.isLive || isBeingRecorded, ended: ends ? 1 : 0 };
}

async function lookAtRoom({ sid, outlived }: Check): Promise<Found> {
  const { strangers, ...look } = await reconcileRoom(sid);
  if (look.isLive && outlived) {
    await completeRoom(sid);
    return { ...look, ended: 1 };
  }
  for (const stranger of strangers) await disconnectParticipant(sid, stranger);
  return { ...look, ended: strangers.length };
}
