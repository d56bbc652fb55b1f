import { expect } from "@playwright/test";
import { twilioUrl } from "./addresses.ts";

/** A worker that starts in place of a failed one must not use its numbers again. */
const numbersPerWorker = 100;
let next = 1000 + Number(process.env.TEST_WORKER_INDEX ?? 0) * numbersPerWorker;

/** A number that no demo person and no other journey has, in E.164. */
export function newNumber(): string {
  if (next > 9999) throw new Error("The range from +14155551000 is used up.");
  return `+1415555${next++}`;
}

interface TextMessage {
  from: string;
  body: string;
  code?: string;
  channel: string;
  at: string;
}

/** What a virtual phone has received, newest first. */
export async function textsOf(phone: string): Promise<TextMessage[]> {
  return (await ask(phone, "messages")) as TextMessage[];
}

/** The newest code that a virtual phone has received. */
export async function codeOf(phone: string): Promise<string> {
  let code: string | undefined;
  await expect
    .poll(async () => {
      code = (await textsOf(phone)).find((message) => message.code)?.code;
      return code;
    })
    .toBeDefined();
  return code ?? "";
}

/** What a phone does when it rings. */
export interface Behaviour {
  answer: "answer" | "busy" | "no-answer" | "reject" | "manual";
  /** Seconds of ringing before it does so; none unless given. */
  afterSeconds?: number;
  /** Keys pressed as prompts come; `w` ends what is pressed at one of them. */
  digits?: string;
  /** Spoken once somebody listens. */
  says?: string;
}

/** One call at a telephone; times in ISO 8601. */
interface TelephoneCall {
  sid: string;
  from: string;
  to: string;
  direction: string;
  status: string;
  state: "ringing" | "live" | "ended";
  /** Whole seconds, once it has ended. */
  duration: number | null;
  /** What Say has told the phone. */
  said: string[];
  captions: { at: string; text: string }[];
  /** Sound that has reached the phone, silence left out. */
  heardSeconds: number;
  /** Keys pressed at the other end. */
  heardDigits: string;
  /** Whether somebody waits for the phone's owner to leave a message. */
  listening: boolean;
  startedAt: string | null;
  endedAt: string | null;
}

async function ask(phone: string, action: string, body?: object): Promise<unknown> {
  const response = await fetch(`${twilioUrl}/phones/${encodeURIComponent(phone)}/${action}`, {
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${action} of ${phone}: ${JSON.stringify(answer)}`);
  return answer;
}

/** A telephone of the sandbox's, for a journey to use as a person would. */
export function telephone(number: string) {
  const calls = async () => (await ask(number, "calls")) as TelephoneCall[];
  const act = async (action: string, body: object = {}) =>
    (await ask(number, action, body)) as TelephoneCall;

  return {
    number,
    /** Takes effect from the next ring on; it reacts at once unless told to wait. */
    behave: async (behaviour: Behaviour) => {
      await ask(number, "behaviour", { afterSeconds: 0, ...behaviour });
    },
    call: (input: { to: string; digits?: string; says?: string }) => act("call", input),
    hangup: () => act("hangup"),
    say: (text: string, seconds?: number) => act("say", { text, seconds }),
    /** Newest first. */
    calls,
  };
}

export type Telephone = ReturnType<typeof telephone>;
