import type { SandboxSupabase } from "../../../sandbox/supabase/server.ts";
import { type Cast, hire } from "./cast.ts";
import { phoneScenarios } from "./phone-scenarios.ts";
import { roomScenarios } from "./room-scenarios.ts";
import type { Played, Scenario, Stage } from "./stage.ts";
import { voiceScenarios } from "./voice-scenarios.ts";

const scenarios: readonly Scenario[] = [...voiceScenarios, ...roomScenarios, ...phoneScenarios];

/** A call that is over at Twilio, and what it was. */
export interface Past extends Played {
  scenario: string;
}

/**
 * Plays at least so many calls of all kinds in turn, some at a time, each between people of its own.
 *
 * @throws Error when the app refuses what it should not
 */
export async function playCalls(
  supabase: SandboxSupabase,
  stage: Stage,
  { calls, atOnce }: { calls: number; atOnce: number },
): Promise<Past[]> {
  const bill = Array.from({ length: calls }, (_, n) => scenarios[n % scenarios.length]).filter(
    (scenario) => scenario !== undefined,
  );
  const casts = await hire(supabase, bill);
  const waiting = bill.map((scenario, n) => ({ scenario, cast: casts[n] }));
  const past: Past[] = [];
  const play = async (scenario: Scenario, cast: Cast | undefined) => {
    const [one, other] = cast?.actors ?? [];
    if (!cast || !one || !other) throw new Error("Nobody plays this.");
    const played = await scenario.play(stage, cast, [one, other]);
    past.push(...played.map((call) => ({ ...call, scenario: scenario.name })));
  };
  const stages = Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await play(next.scenario, next.cast);
    }
  });
  await Promise.all(stages);
  return past;
}
