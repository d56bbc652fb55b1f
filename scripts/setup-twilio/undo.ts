import type { Twilio } from "twilio";
import { openEnvLocal } from "./env-local.ts";
import { found } from "./found.ts";
import { textingOf } from "./geo.ts";
import { type Entry, type Journal, writeJournal } from "./journal.ts";
import { numbersIn } from "./options.ts";

/** What undoing an entry means, for people. */
export function describeUndo(entry: Entry): string {
  switch (entry.kind) {
    case "key":
      return `remove  API key ${entry.sid}: tokens that it has signed stop working`;
    case "app":
      return entry.before
        ? `restore the URLs of TwiML App ${entry.sid}`
        : `remove  TwiML App ${entry.sid}`;
    case "service":
      return entry.before
        ? `restore the settings of Verify service ${entry.sid}`
        : `remove  Verify service ${entry.sid}`;
    case "number":
      return entry.before
        ? `restore the URLs of ${entry.number}`
        : `release ${entry.number}: it is gone for good`;
    case "calls":
      return `stop    calls to ${entry.before.map((each) => each.iso_code).join(", ")}`;
    case "texts":
      return `stop    texts to ${entry.countries.join(", ")}`;
  }
}

async function revert(client: Twilio, entry: Entry): Promise<unknown> {
  const { services } = client.verify.v2;
  switch (entry.kind) {
    case "key":
      return client.keys(entry.sid).remove();
    case "app":
      return entry.before
        ? client.applications(entry.sid).update(entry.before)
        : client.applications(entry.sid).remove();
    case "service":
      return entry.before ? services(entry.sid).update(entry.before) : services(entry.sid).remove();
    case "number":
      return entry.before
        ? client.incomingPhoneNumbers(entry.sid).update(entry.before)
        : client.incomingPhoneNumbers(entry.sid).remove();
    case "calls":
      return client.voice.v1.dialingPermissions.bulkCountryUpdates.create({
        updateRequest: JSON.stringify(entry.before),
      });
    case "texts":
      return client.accounts.v1.messagingGeopermissions.update({
        permissions: textingOf(entry.countries, false),
      });
  }
}

/** The variables that name what is no more. What was there before is named on. */
function variablesWithout(entry: Entry, variables: NodeJS.ProcessEnv): Record<string, string> {
  if (entry.kind === "calls" || entry.kind === "texts") return {};
  if ("before" in entry && entry.before) return {};
  const blanks: Record<string, string> = {};
  for (const name of ["TWILIO_TWIML_APP_SID", "TWILIO_VERIFY_SERVICE_SID"]) {
    if (variables[name] === entry.sid) blanks[name] = "";
  }
  if (variables.TWILIO_API_KEY === entry.sid) {
    Object.assign(blanks, { TWILIO_API_KEY: "", TWILIO_API_SECRET: "" });
  }
  if (entry.kind === "number") {
    if (variables.TWILIO_PHONE_NUMBER === entry.number) blanks.TWILIO_PHONE_NUMBER = "";
    const pool = numbersIn(variables.TWILIO_POOL_NUMBERS);
    if (pool.includes(entry.number)) {
      blanks.TWILIO_POOL_NUMBERS = pool.filter((number) => number !== entry.number).join(",");
    }
  }
  return blanks;
}

/**
 * Takes back what the journal lists, the last first. What somebody has removed already counts as
 * taken back. Each entry leaves the journal once it is done, so that a run that breaks off can be
 * repeated.
 */
export async function undo(
  client: Twilio,
  { directory, journal, variables }: UndoContext,
  say: (line: string) => void,
): Promise<void> {
  const entries = [...journal.entries];
  const current = { ...variables };
  const write = openEnvLocal(directory);
  for (let entry = entries.at(-1); entry; entry = entries.at(-1)) {
    const last = entry;
    await found(() => revert(client, last));
    const blanks = variablesWithout(last, current);
    Object.assign(current, blanks);
    await write(blanks);
    entries.pop();
    await writeJournal(directory, { ...journal, entries });
    say(`  done: ${describeUndo(last)}`);
  }
}

interface UndoContext {
  directory: string;
  journal: Journal;
  variables: NodeJS.ProcessEnv;
}
