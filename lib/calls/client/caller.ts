import type { Peer } from "@/lib/calls/client/call-state";
import { profileIdOfClient } from "@/lib/twilio/identity";

/**
 * Who calls this browser. From a telephone that can be anybody, but only people of Duet have a name.
 *
 * @param from - the call's `From`: an identity, or a number of ours
 * @param parameters - the custom parameters that the server has given the call
 * @returns null for a call that the server has not announced
 */
export function callerOf(from: string, parameters: ReadonlyMap<string, string>): Peer | null {
  const byPhone = parameters.get("via") === "phone";
  const profileId = profileIdOfClient(from) ?? parameters.get("callerId") ?? null;
  const matchId = parameters.get("matchId") ?? null;
  if (!byPhone && !(profileId && matchId)) return null;
  const ownNumber = parameters.get("numberName") || (byPhone && !matchId ? from : null);
  const displayName = parameters.get("callerName") || (profileId ? "Someone" : "Somebody");
  return {
    profileId,
    displayName,
    matchId,
    ...(byPhone && { via: "phone" }),
    ...(ownNumber && { ownNumber }),
  };
}
