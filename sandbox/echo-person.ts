import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { SandboxSupabase } from "./supabase/server.ts";
import { RoomError } from "./twilio/rooms/room-error.ts";
import type { RunningTwilio } from "./twilio/server.ts";
import { EchoGuest } from "./twilio/video-edge/echo/guest.ts";
import { type Film, readIvf } from "./twilio/video-edge/echo/picture.ts";

/** How long Echo lets it ring. */
const ringMs = 1000;

const callSchema = z.object({
  provider_sid: z.string().startsWith("RM"),
  kind: z.string(),
  participants: z.array(z.object({ profile_id: z.string(), status: z.string() })),
});

/**
 * Gives the demo person Echo an app of her own: she learns of a room call as any page does, by the
 * broadcasts on her own channel, and joins it after a second of ringing. It takes both stand-ins,
 * for the ringing comes from one and the room is in the other.
 * @returns she takes no more calls
 */
export async function startEcho(
  supabase: Pick<SandboxSupabase, "onBroadcast">,
  { context, video }: Pick<RunningTwilio, "context" | "video">,
): Promise<() => void> {
  const identity = context.config.echoIdentity;
  const profileId = profileOf(identity);
  const film = readIvf(
    await readFile(new URL("./twilio/video-edge/echo/picture.ivf", import.meta.url)),
  );
  const rooms = new Set<string>();
  const stop = supabase.onBroadcast(`user:${profileId}`, (event, payload) => {
    const call = callSchema.safeParse(payload);
    if (event !== "call" || !call.success) return;
    const { provider_sid: sid, kind, participants } = call.data;
    const isRinging = participants.some(
      ({ profile_id, status }) => profile_id === profileId && status === "ringing",
    );
    if (!isRinging || rooms.has(sid)) return;
    rooms.add(sid);
    const left = () => rooms.delete(sid);
    video.clock.after(ringMs, () => {
      if (!join(sid, kind === "video" ? film : null, left)) left();
    });
  });

  /** @returns whether she is in; the call may be over, or others may have filled the room */
  function join(sid: string, shown: Film | null, left: () => void): boolean {
    const room = context.rooms.find(sid);
    if (!room) return false;
    try {
      new EchoGuest(video.conferenceOf(room), identity, video.clock, shown, left);
      return true;
    } catch (error) {
      if (error instanceof RoomError) return false;
      throw error;
    }
  }
  return stop;
}

/** The profile of an identity, which is `u_` and the profile's UUID without hyphens. */
function profileOf(identity: string): string {
  const hex = identity.replace(/^u_/, "");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
