import type { Peer } from "@/lib/calls/client/call-state";
import { identityOf } from "@/lib/twilio/identity";

/**
 * What `device.connect` tells the server of whom to call: a person in their browser, a match on
 * their telephone, or a number outside of Duet. The server decides whether it may be.
 *
 * @throws TypeError for a peer who can be called in none of these ways
 */
export function destinationOf(peer: Peer): Record<string, string> {
  const { profileId, matchId, number, from } = peer;
  if (number) return { To: number, ...(from && { from }) };
  if (!profileId || !matchId) throw new TypeError("Nobody to call");
  const person = { To: identityOf(profileId), matchId };
  return peer.via === "phone" ? { ...person, via: "phone" } : person;
}
