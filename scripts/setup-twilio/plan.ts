import { planApiKey } from "./api-key.ts";
import { planGeo } from "./geo.ts";
import { planNumbers } from "./numbers.ts";
import type { Context, Step } from "./step.ts";
import { planTwimlApp } from "./twiml-app.ts";
import { planVerifyService } from "./verify-service.ts";

/** Video needs nothing of the account but the key, and its settings have no REST API. */
const rooms: Step = {
  verb: "leave",
  what: "Video rooms",
  detail:
    "the app makes them itself; by hand, switch Client-side Room Creation off (Video, Room Settings)",
};

/** What is to be done so that the account serves the app, in the order in which it is done. */
export async function makePlan(context: Context): Promise<Step[]> {
  const steps: Step[] = [];
  // One after the other: a planner may ask the person in front of the terminal.
  for (const plan of [planApiKey, planTwimlApp, planVerifyService, planNumbers, planGeo]) {
    steps.push(...(await plan(context)));
  }
  return [...steps, rooms];
}

/** The plan as it is shown, a line each. */
export function describePlan(steps: readonly Step[]): string[] {
  return steps.map(({ verb, what, detail }) => `  ${verb.padEnd(7)} ${what}: ${detail}`);
}
