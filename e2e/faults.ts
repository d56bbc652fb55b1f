import { identityOf } from "../lib/twilio/identity.ts";
import { twilioUrl } from "./addresses.ts";
import type { Person } from "./people.ts";

/** Cuts a person's connection to the room they are in, again and again until the answer is called. */
export async function cutOff(person: Person): Promise<() => Promise<void>> {
  const answer = await fetch(`${twilioUrl}/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ target: "edge", kind: "cut", match: `video ${identityOf(person.id)}` }),
  });
  const { id }: { id: number } = await answer.json();
  return async () => {
    await fetch(`${twilioUrl}/faults/${id}`, { method: "DELETE" });
  };
}
