import twilio from "twilio";
import { connectTwilio } from "../connect-twilio.ts";
import { readWhatIsThere } from "../doctor/readable.ts";
import { askForCredentials, askForPublicUrl } from "./credentials.ts";
import { openEnvLocal } from "./env-local.ts";
import { readJournal, writeJournal } from "./journal.ts";
import type { Options } from "./options.ts";
import { describePlan, makePlan } from "./plan.ts";
import { type Context, SetupProblem, type Step } from "./step.ts";
import type { Terminal } from "./terminal.ts";
import { describeUndo, undo } from "./undo.ts";

export interface Setting {
  /** Where .env.local and the journal are. */
  directory: string;
  variables: NodeJS.ProcessEnv;
  options: Options;
  terminal: Terminal;
}

/**
 * Provisions the account, or takes that back.
 *
 * @returns whether all that was asked for is done
 */
export async function setUp(setting: Setting): Promise<boolean> {
  const { terminal } = setting;
  try {
    const account = await askForCredentials(setting);
    const client = connectTwilio(account);
    const { friendlyName } = await client.api.v2010.accounts(account.accountSid).fetch();
    terminal.say(`\nTwilio account "${friendlyName}" (${account.accountSid})\n`);
    const journal = await readJournal(setting.directory, account.accountSid);
    if (setting.options.undo) {
      return await takeBack(setting, () => undo(client, { ...setting, journal }, terminal.say), [
        ...journal.entries.map(describeUndo).reverse(),
      ]);
    }
    const publicUrl = await askForPublicUrl(setting, account.apiUrl !== null);
    const context: Context = {
      client,
      connect: (key) => connectTwilio(account, key),
      publicUrl,
      variables: setting.variables,
      countries: readWhatIsThere(setting.variables).env.outbound.countries,
      journal,
      options: setting.options,
      terminal,
    };
    const known = {
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
    };
    return await carryOut(setting, context, await makePlan(context), known);
  } catch (error) {
    terminal.say(explain(error));
    return false;
  }
}

async function carryOut(
  { directory, options, terminal, variables }: Setting,
  context: Context,
  steps: readonly Step[],
  known: Record<string, string>,
): Promise<boolean> {
  for (const line of describePlan(steps)) terminal.say(line);
  const news = Object.assign({ ...known }, ...steps.map((step) => step.variables ?? {}));
  const unwritten = Object.entries<string>(news).filter(
    ([name, value]) => variables[name] !== value,
  );
  const toDo = steps.filter((step) => step.apply);
  if (options.planOnly) return true;
  if (toDo.length === 0 && unwritten.length === 0) {
    terminal.say("\nAll of it is as it should be.");
    return true;
  }
  if (!(await mayGoOn(options, terminal))) return false;

  const write = openEnvLocal(directory);
  await write(Object.fromEntries(unwritten));
  const { journal } = context;
  for (const step of toDo) {
    const outcome = await step.apply?.();
    if (outcome?.entry) journal.entries.push(outcome.entry);
    // At once: a secret is told only once, and what follows may fail.
    await write(outcome?.variables ?? {});
    await writeJournal(directory, journal);
    terminal.say(`  done: ${step.what}`);
  }
  terminal.say("\n.env.local is written. Start the app with it, then: npm run doctor");
  return true;
}

async function takeBack(
  { options, terminal }: Setting,
  work: () => Promise<void>,
  lines: readonly string[],
): Promise<boolean> {
  if (lines.length === 0) {
    terminal.say("Nothing is on record here that could be undone.");
    return true;
  }
  for (const line of lines) terminal.say(`  ${line}`);
  if (options.planOnly) return true;
  if (!(await mayGoOn(options, terminal))) return false;
  await work();
  terminal.say("\nUndone. The account's SID and token are still in .env.local.");
  return true;
}

async function mayGoOn({ yes }: Options, terminal: Terminal): Promise<boolean> {
  if (yes) return true;
  if (!terminal.isInteractive) {
    terminal.say("\nNothing was changed. To go ahead without being asked, add --yes.");
    return false;
  }
  const answer = await terminal.ask("\nGo ahead? [y/N] ");
  if (/^y(es)?$/i.test(answer)) return true;
  terminal.say("Nothing was changed.");
  return false;
}

function explain(error: unknown): string {
  if (error instanceof SetupProblem) return error.message;
  if (error instanceof twilio.RestException) {
    const hint =
      error.code === 20003
        ? " Copy account SID and auth token from the first page of Twilio's console."
        : " What was done before is on record: run it again, or --undo.";
    return `Twilio says: ${error.message} (${error.code ?? error.status}).${hint}`;
  }
  return error instanceof Error ? error.message : String(error);
}
