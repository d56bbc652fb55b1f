import type { LocalTrack, Room } from "twilio-video";
import { connectOptions } from "@/lib/calls/client/room/connect-options";
import type { Seat } from "@/lib/calls/client/room/room-api";
import { isTokenRefused, RoomFailure } from "@/lib/calls/client/room/room-failure";
import type { Seats } from "@/lib/calls/client/room/seats";
import type { RoomKind, RoomMatch } from "@/lib/calls/client/room/view";

interface EntryOptions {
  match: RoomMatch;
  kind: RoomKind;
  /** RoomSid of the call to join; null joins or starts one. */
  sid: string | null;
  seats: Seats;
  /** Opens what is to be sent from the start. */
  openTracks(): Promise<LocalTrack[]>;
  /** The server has given a way in. @returns whether it is still wanted */
  onSeat(seat: Seat): boolean;
}

/**
 * Goes from the wish to the room: the server's token, the tracks and the SDK at the same time, then
 * the provider. A token that is refused is replaced once.
 *
 * @returns null when it was not wanted any more
 * @throws RoomFailure, TwilioError
 */
export async function enterRoom(options: EntryOptions): Promise<Room | null> {
  const { match, kind, seats, openTracks, onSeat } = options;
  if (!navigator.onLine) throw new RoomFailure("offline");
  const [seat, tracks, sdk] = await Promise.all([
    seats.take({ matchId: match.matchId, kind, sid: options.sid }).then((given) => {
      return onSeat(given) ? given : null;
    }),
    openTracks(),
    loadVideoSdk(),
  ]);
  if (!seat) return null;
  const { sid } = seat;
  const enter = ({ token }: Seat) => sdk.connect(token, connectOptions({ sid, match, tracks }));
  try {
    return await enter(seat);
  } catch (error) {
    if (!isTokenRefused(error)) throw error;
    return enter(await seats.take({ matchId: match.matchId, kind, sid }));
  }
}

/** Fetches the SDK. @throws RoomFailure `connection`, `unsupported` */
export async function loadVideoSdk() {
  const sdk = await import("twilio-video").catch((cause: unknown) => {
    throw new RoomFailure("connection", { cause });
  });
  if (!sdk.isSupported) throw new RoomFailure("unsupported");
  return sdk;
}
