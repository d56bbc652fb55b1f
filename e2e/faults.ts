import { identityOf } from "../lib/twilio/identity.ts";
import type { FaultInput } from "../sandbox/twilio/fault-input.ts";
import { twilioUrl } from "./addresses.ts";
import type { Person } from "./people.ts";

/** Switches a fault on; the answer takes it away. */
export async function breakIt(fault: FaultInput): Promise<() => Promise<void>> {
  const answer = await fetch(`${twilioUrl}/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fault),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const { id }: { id: number } = await answer.json();
  return async () => {
    await fetch(`${twilioUrl}/faults/${id}`, { method: "DELETE" });
  };
}

/** Cuts a person's connection to calls of a kind, again and again until the answer is called. */
export function cutOff(person: Person, from: "voice" | "video" = "video") {
  return breakIt({ target: "edge", kind: "cut", match: `${from} ${identityOf(person.id)}` });
}
