import { fetchSeat, type Seat, type SeatRequest } from "@/lib/calls/client/room/room-api";

/** Ways into rooms, one of which may be asked for before it is needed. */
export interface Seats {
  /** Asks for a seat while its call still rings, so that who accepts need not wait for it. */
  prepare(request: SeatRequest): void;
  /** The seat that was prepared for this call, if that was lately, or a new one. @throws RoomFailure */
  take(request: SeatRequest): Promise<Seat>;
}

/** A call rings for 40 seconds; after that the server is asked again whether it is on. */
const freshMs = 45_000;

export function createSeats(): Seats {
  let prepared: { sid: string; at: number; seat: Promise<Seat> } | null = null;

  return {
    prepare(request) {
      const { sid } = request;
      if (!sid || sid === prepared?.sid) return;
      const seat = fetchSeat(request);
      prepared = { sid, at: Date.now(), seat };
      // What went wrong is asked for again when somebody accepts, and told then.
      seat.catch(() => {
        if (prepared?.seat === seat) prepared = null;
      });
    },
    async take(request) {
      const mine = prepared;
      prepared = null;
      const isGood = mine && mine.sid === request.sid && Date.now() - mine.at < freshMs;
      return isGood ? mine.seat.catch(() => fetchSeat(request)) : fetchSeat(request);
    },
  };
}
