import { expect, test } from "vitest";
import { handTimers } from "../testing/hand-timers.ts";
import { KeyScript } from "./key-script.ts";

/** A script at prompts that take so many keys each; what each of them got. */
async function play(digits: string, prompts: number[]) {
  const { clock, advance } = handTimers();
  const taken: string[] = [];
  let wanted = 0;
  const press = (key: string) => {
    taken.push(`${taken.pop()}${key}`);
    wanted--;
  };
  const script = new KeyScript(clock, digits, press, () => wanted > 0);
  for (const most of prompts) {
    taken.push("");
    wanted = most;
    script.next();
    await advance(1000);
  }
  return taken;
}

test.each([
  ["1", [1, 1], ["1", ""]],
  ["12", [1, 1], ["1", "2"]],
  ["101#", [4], ["101#"]],
  ["3w1", [9, 9], ["3", "1"]],
  ["1W22w3", [1, 9, 9, 9], ["1", "22", "3", ""]],
])("%s at prompts that take %o keys", async (digits, prompts, pressed) => {
  expect(await play(digits, prompts)).toEqual(pressed);
});
