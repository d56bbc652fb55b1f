import { expect } from "@playwright/test";
import { twilioUrl } from "./addresses.ts";

/** A worker that starts in place of a failed one must not use its numbers again. */
const numbersPerWorker = 12;
let next = 13 + Number(process.env.TEST_WORKER_INDEX ?? 0) * numbersPerWorker;

/** A number of the sandbox's range that no demo person and no other journey has, in E.164. */
export function newNumber(): string {
  if (next > 99) throw new Error("The range from +14155550113 to +14155550199 is used up.");
  return `+141555501${next++}`;
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
  const response = await fetch(`${twilioUrl}/phones/${encodeURIComponent(phone)}/messages`);
  return (await response.json()) as TextMessage[];
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
