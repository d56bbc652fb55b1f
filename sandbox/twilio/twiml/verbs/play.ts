import { pause } from "../../calls/clock.ts";
import { playSound } from "../../media/play-sound.ts";
import { readSound } from "../../media/read-sound.ts";
import type { Page, TwimlRun } from "../runtime.ts";
import type { PlayVerb } from "../verbs.ts";

/** Lets a sound be heard, or keys; a sound that cannot be had is passed over with a warning. */
export async function play(run: TwimlRun, verb: PlayVerb, page: Page): Promise<void> {
  run.answer();
  if (verb.digits) return pressKeys(run, verb.digits);
  const url = page.absolute(verb.url);
  let sound: Int16Array;
  try {
    sound = readSound(await run.fetchFile(url, run.signal));
  } catch (error) {
    run.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return run.call.note(`Warning 11200 Play ${url}: ${reason}`);
  }
  run.call.note(`Play: ${url}`);
  for (let played = 0; played < verb.loop && run.call.line; played++) {
    await playSound(run.clock, run.call.line, sound, run.signal);
  }
}

/** How long a key of a sequence takes, in milliseconds; `w` and `W` are pauses. */
const keyMs = (key: string) => (key === "W" ? 1000 : key === "w" ? 500 : 100);

/** Keys whose tones the far end hears. */
export async function pressKeys(
  { call, clock, signal }: Pick<TwimlRun, "call" | "clock" | "signal">,
  keys: string,
): Promise<void> {
  call.note(`Plays digits: ${keys}`);
  for (const key of keys) {
    if (!/w/i.test(key)) call.leg?.hearDigit(key);
    await pause(clock, keyMs(key), signal);
  }
}
