import type { Twilio } from "twilio";
import type { Entry, Journal } from "./journal.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export interface Context {
  client: Twilio;
  /** Signs in with an API key in place of the auth token. */
  connect(key: { sid: string; secret: string }): Twilio;
  /** Origin without a trailing slash. */
  publicUrl: string;
  /** As they are set now. */
  variables: NodeJS.ProcessEnv;
  /** ISO codes that the app allows. */
  countries: readonly string[];
  journal: Journal;
  options: Options;
  terminal: Terminal;
}

/** What carrying a step out has brought. */
interface Outcome {
  /** For .env.local. */
  variables?: Record<string, string>;
  /** For the way back. */
  entry?: Entry;
}

/** A thing that is to be as the app needs it. */
export interface Step {
  verb: "keep" | "create" | "change" | "buy" | "leave";
  what: string;
  detail: string;
  /** Known before, and set when the step is done. */
  variables?: Record<string, string>;
  /** Absent where nothing is to be done at Twilio. */
  apply?(): Promise<Outcome>;
}

/** Plans one thing, by looking only. */
export type Planner = (context: Context) => Promise<Step[]>;

/** What this installation's things are called at Twilio, so that they are found again. */
export function nameOf({ publicUrl, options }: Pick<Context, "publicUrl" | "options">): string {
  return `${options.name} (${new URL(publicUrl).host})`.slice(0, 64);
}

/** Something that only the person who runs the command can settle. */
export class SetupProblem extends Error {}
