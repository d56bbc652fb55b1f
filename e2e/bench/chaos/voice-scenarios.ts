import { setTimeout } from "node:timers/promises";
import type { Call } from "../../../sandbox/twilio/calls/call.ts";
import type { Habit } from "./far-ends.ts";
import { clientOf, over, type Played, type Scenario, talkMs } from "./stage.ts";

const pair = { people: 2, takesPhoneCalls: false };

/** What becomes of a call between two browsers whose callee has this habit. */
function toBrowser(name: string, habit: Habit, ends: Played["ends"], reason: string): Scenario {
  return {
    ...pair,
    name,
    async play(stage, { matchId }, [caller, callee]) {
      stage.twilio.farEnds.learn(clientOf(callee), habit);
      const call = stage.dial(caller, { To: clientOf(callee), matchId });
      await over(call);
      return [{ sid: call.sid, ends, reason }];
    },
  };
}

const talked = { ends: "completed", reason: "hangup" } as const;

export const voiceScenarios: Scenario[] = [
  {
    ...pair,
    name: "the caller hangs up",
    async play(stage, { matchId }, [caller, callee]) {
      stage.twilio.farEnds.learn(clientOf(callee), { does: "answer" });
      const call: Call = stage.dial(caller, { To: clientOf(callee), matchId }, async () => {
        await setTimeout(talkMs);
        stage.hangUp(call);
      });
      await over(call);
      return [{ sid: call.sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "the callee hangs up",
    async play(stage, { matchId }, [caller, callee]) {
      stage.twilio.farEnds.learn(clientOf(callee), { does: "answer" });
      const call: Call = stage.dial(caller, { To: clientOf(callee), matchId }, async () => {
        await setTimeout(talkMs);
        for (const leg of stage.childrenOf(call.sid)) stage.hangUp(leg);
      });
      await over(call);
      return [{ sid: call.sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "blocked while they talk",
    async play(stage, { matchId }, [caller, callee]) {
      stage.twilio.farEnds.learn(clientOf(callee), { does: "answer" });
      const talking = Promise.withResolvers<void>();
      const call = stage.dial(caller, { To: clientOf(callee), matchId }, talking.resolve);
      await talking.promise;
      await setTimeout(talkMs);
      await stage.ask(callee, "/api/blocks", { profileId: caller.id });
      await over(call);
      return [{ sid: call.sid, ends: "completed", reason: "blocked" }];
    },
  },
  toBrowser("declined", { does: "busy" }, "busy", "declined"),
  toBrowser("no browser", { does: "no-answer" }, "no-answer", "no-answer"),
  toBrowser("no connection", { does: "failed" }, "failed", "failed"),
  {
    ...pair,
    name: "given up",
    async play(stage, { matchId }, [caller, callee]) {
      const rings = async () => {
        await setTimeout(100);
        stage.hangUp(call);
      };
      stage.twilio.farEnds.learn(clientOf(callee), { does: "ring", rings });
      const call: Call = stage.dial(caller, { To: clientOf(callee), matchId });
      await over(call);
      return [{ sid: call.sid, ends: "canceled", reason: "canceled" }];
    },
  },
  {
    people: 3,
    takesPhoneCalls: false,
    name: "in another call",
    async play(stage, { matchId, actors }, [first, callee]) {
      const second = actors[2] ?? first;
      stage.twilio.farEnds.learn(clientOf(callee), { does: "answer" });
      const to = { To: clientOf(callee), matchId };
      const talking = Promise.withResolvers<void>();
      const call = stage.dial(first, to, talking.resolve);
      await talking.promise;
      const turnedAway = stage.dial(second, to);
      await over(turnedAway);
      stage.hangUp(call);
      await over(call);
      return [
        { sid: call.sid, ...talked },
        { sid: turnedAway.sid, ends: "busy", reason: "busy" },
      ];
    },
  },
];
