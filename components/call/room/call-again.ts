import { commandRoom } from "@/lib/calls/room/room";
import type { RoomCall } from "@/lib/calls/room/view";

/** Calls the people of a call that is over. */
export async function callAgain({ match, kind }: RoomCall): Promise<void> {
  await commandRoom({ type: "dismiss" });
  await commandRoom({ type: "open", match, kind });
}
