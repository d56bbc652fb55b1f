import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const urls = z.object({
  voiceUrl: z.string(),
  voiceMethod: z.string(),
  voiceFallbackUrl: z.string(),
  voiceFallbackMethod: z.string(),
  statusCallback: z.string(),
  statusCallbackMethod: z.string(),
});
const serviceSettings = z.object({
  codeLength: z.number(),
  psd2Enabled: z.boolean(),
  customCodeEnabled: z.boolean(),
  dtmfInputRequired: z.boolean(),
  doNotShareWarningEnabled: z.boolean(),
});
const permission = z.object({
  iso_code: z.string(),
  low_risk_numbers_enabled: z.boolean(),
  high_risk_special_numbers_enabled: z.boolean(),
  high_risk_tollfraud_numbers_enabled: z.boolean(),
});

/** One thing that was made, or changed when it has a `before`. No secret is among it. */
const entry = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("key"), sid: z.string() }),
  z.object({ kind: z.literal("app"), sid: z.string(), before: urls.optional() }),
  z.object({ kind: z.literal("service"), sid: z.string(), before: serviceSettings.optional() }),
  z.object({
    kind: z.literal("number"),
    sid: z.string(),
    number: z.string(),
    before: urls.extend({ voiceApplicationSid: z.string() }).optional(),
  }),
  z.object({ kind: z.literal("calls"), before: z.array(permission) }),
  z.object({ kind: z.literal("texts"), countries: z.array(z.string()) }),
]);
export type Entry = z.infer<typeof entry>;
export type ServiceSettings = z.infer<typeof serviceSettings>;

const journal = z.object({ accountSid: z.string(), entries: z.array(entry) });
export type Journal = z.infer<typeof journal>;

const pathIn = (directory: string) => join(directory, ".setup-twilio.json");

/**
 * What earlier runs in this directory have done.
 *
 * @throws Error when it was another account
 */
export async function readJournal(directory: string, accountSid: string): Promise<Journal> {
  const path = pathIn(directory);
  if (!existsSync(path)) return { accountSid, entries: [] };
  const found = journal.parse(JSON.parse(await readFile(path, "utf8")));
  if (found.accountSid !== accountSid) {
    throw new Error(
      `${path} is about account ${found.accountSid}. Undo that first, or move the file away.`,
    );
  }
  return found;
}

/** An empty journal leaves no file. */
export async function writeJournal(directory: string, written: Journal): Promise<void> {
  if (written.entries.length === 0) return rm(pathIn(directory), { force: true });
  await writeFile(pathIn(directory), `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
}
