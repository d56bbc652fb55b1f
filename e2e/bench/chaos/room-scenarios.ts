import { setTimeout } from "node:timers/promises";
import type { Actor, Cast } from "./cast.ts";
import { type Scenario, type Stage, talkMs } from "./stage.ts";

const pair = { people: 2, takesPhoneCalls: false };
const talked = { ends: "completed", reason: "hangup" } as const;

/** Asks for a token, and so opens the room or gets the one there is. @returns RoomSid */
async function token(stage: Stage, { matchId }: Cast, person: Actor): Promise<string> {
  const { sid } = await stage.ask<{ sid: string }>(person, "/api/twilio/video/token", {
    room: matchId,
  });
  return sid;
}

const hangUp = (stage: Stage, sid: string, person: Actor) =>
  stage.ask(person, `/api/calls/${sid}/hangup`);

export const roomScenarios: Scenario[] = [
  {
    ...pair,
    name: "video",
    async play(stage, cast, [caller, callee]) {
      const sid = await token(stage, cast, caller);
      stage.enter(sid, caller);
      await token(stage, cast, callee);
      stage.enter(sid, callee);
      await setTimeout(talkMs);
      await hangUp(stage, sid, callee);
      return [{ sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "video, both vanish",
    async play(stage, cast, [caller, callee]) {
      const sid = await token(stage, cast, caller);
      const callerGoes = stage.enter(sid, caller);
      const calleeGoes = stage.enter(sid, callee);
      await setTimeout(talkMs);
      callerGoes();
      calleeGoes();
      // What the timeout of an empty room does, without the minute.
      stage.roomOf(sid).complete();
      return [{ sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "video, blocked",
    async play(stage, cast, [caller, callee]) {
      const sid = await token(stage, cast, caller);
      stage.enter(sid, caller);
      stage.enter(sid, callee);
      await setTimeout(talkMs);
      await stage.ask(callee, "/api/blocks", { profileId: caller.id });
      return [{ sid, ends: "completed", reason: "blocked" }];
    },
  },
  {
    ...pair,
    name: "video, declined",
    async play(stage, cast, [caller, callee]) {
      const sid = await token(stage, cast, caller);
      stage.enter(sid, caller);
      await stage.ask(callee, `/api/calls/${sid}/decline`);
      return [{ sid, ends: "busy", reason: "declined" }];
    },
  },
  {
    ...pair,
    name: "video, given up",
    async play(stage, cast, [caller]) {
      const sid = await token(stage, cast, caller);
      stage.enter(sid, caller);
      await hangUp(stage, sid, caller);
      return [{ sid, ends: "canceled", reason: "canceled" }];
    },
  },
  {
    people: 3,
    takesPhoneCalls: false,
    name: "group",
    async play(stage, cast, [caller, callee]) {
      const third = cast.actors[2] ?? callee;
      const sid = await token(stage, cast, caller);
      stage.enter(sid, caller);
      const calleeGoes = stage.enter(sid, callee);
      const thirdGoes = stage.enter(sid, third);
      await setTimeout(talkMs / 2);
      thirdGoes();
      await setTimeout(talkMs / 2);
      const goesAgain = stage.enter(sid, third);
      await hangUp(stage, sid, caller);
      calleeGoes();
      goesAgain();
      stage.roomOf(sid).complete();
      return [{ sid, ...talked }];
    },
  },
];
