import { cookies } from "next/headers";
import { placeCookie, readPlace } from "@/lib/time/place";
import type { Place } from "@/lib/time/words";

/** Now, and where the reader is. */
export async function readMoment(): Promise<{ now: Date; place: Place }> {
  return { now: new Date(), place: readPlace((await cookies()).get(placeCookie)?.value) };
}
