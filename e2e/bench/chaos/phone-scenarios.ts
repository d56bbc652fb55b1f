import { setTimeout } from "node:timers/promises";
import type { Call } from "../../../sandbox/twilio/calls/call.ts";
import { everything } from "../../../sandbox/twilio/numbers/numbers.ts";
import type { Habit } from "./far-ends.ts";
import { clientOf, over, type Played, type Scenario, type Stage, talkMs } from "./stage.ts";

const pair = { people: 2, takesPhoneCalls: true };
const talked = { ends: "completed", reason: "hangup" } as const;
/** Takes the call, at the question whether they want to. */
const takes: Habit = { does: "answer", keys: "1" };
/** As an answering machine: no key of those that are pressed takes the call. */
const ignores: Habit = { does: "answer", keys: "99" };

/** Calls, and hangs up after a while of talking. */
function talkOf(stage: Stage, begin: (talking: () => void) => Call): Call {
  const call: Call = begin(async () => {
    await setTimeout(talkMs);
    stage.hangUp(call);
  });
  return call;
}

/** What becomes of a call from a browser to the telephone of a match that has this habit. */
function toTelephone(name: string, habit: Habit, outcome: Pick<Played, "ends" | "reason">) {
  const scenario: Scenario = {
    ...pair,
    name: `telephone, ${name}`,
    async play(stage, { matchId }, [caller, callee]) {
      stage.twilio.farEnds.learn(callee.phone, habit);
      const to = { To: clientOf(callee), matchId, via: "phone" };
      const call = talkOf(stage, (talking) => stage.dial(caller, to, talking));
      await over(call);
      return [{ sid: call.sid, ...outcome }];
    },
  };
  return scenario;
}

export const phoneScenarios: Scenario[] = [
  toTelephone("taken", takes, talked),
  toTelephone("a machine", ignores, { ends: "no-answer", reason: "no-answer" }),
  toTelephone("engaged", { does: "busy" }, { ends: "busy", reason: "declined" }),
  toTelephone("switched off", { does: "failed" }, { ends: "failed", reason: "failed" }),
  {
    ...pair,
    name: "relay, taken in the app",
    async play(stage, { matchId }, [caller, callee]) {
      const path = `/api/matches/${matchId}/relay`;
      const { number } = await stage.ask<{ number: string }>(caller, path);
      stage.twilio.farEnds.learn(clientOf(callee), { does: "answer" });
      const call = talkOf(stage, (talking) => stage.telephone(caller.phone, number, { talking }));
      await over(call);
      return [{ sid: call.sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "relay, taken on the telephone",
    async play(stage, { matchId }, [caller, callee]) {
      const path = `/api/matches/${matchId}/relay`;
      const { number } = await stage.ask<{ number: string }>(caller, path);
      stage.twilio.farEnds.learn(callee.phone, takes);
      const call = talkOf(stage, (talking) => stage.telephone(caller.phone, number, { talking }));
      await over(call);
      return [{ sid: call.sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "app closed, taken on the telephone",
    async play(stage, { matchId }, [caller, callee]) {
      stage.twilio.farEnds.learn(callee.phone, takes);
      const to = { To: clientOf(callee), matchId };
      const call = talkOf(stage, (talking) => stage.dial(caller, to, talking));
      await over(call);
      return [{ sid: call.sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "a number outside",
    async play(stage, { outside }, [caller]) {
      stage.twilio.farEnds.learn(outside, { does: "answer" });
      const call = talkOf(stage, (talking) => stage.dial(caller, { To: outside }, talking));
      await over(call);
      return [{ sid: call.sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "own number, not taken",
    async play(stage, { ownNumber }, [caller]) {
      own(stage, ownNumber);
      const afterTone = () => stage.hangUp(call);
      const call: Call = stage.telephone(caller.phone, ownNumber, { afterTone });
      await over(call);
      return [{ sid: call.sid, ends: "no-answer", reason: "no-answer" }];
    },
  },
  {
    ...pair,
    name: "own number, taken",
    async play(stage, { ownNumber }, [caller, owner]) {
      own(stage, ownNumber);
      stage.twilio.farEnds.learn(clientOf(owner), { does: "answer" });
      const call = talkOf(stage, (talking) =>
        stage.telephone(caller.phone, ownNumber, { talking }),
      );
      await over(call);
      return [{ sid: call.sid, ...talked }];
    },
  },
  {
    ...pair,
    name: "asked for, taken",
    async play(stage, { matchId }, [caller, callee]) {
      const talking = async (call: Call) => {
        await setTimeout(talkMs);
        stage.hangUp(call);
      };
      stage.twilio.farEnds.learn(caller.phone, { does: "answer", talking });
      stage.twilio.farEnds.learn(clientOf(callee), { does: "answer" });
      const { call } = await stage.ask<{ call: { sid: string } }>(caller, "/api/calls", {
        matchId,
      });
      await over(stage.callOf(call.sid));
      return [{ sid: call.sid, ...talked }];
    },
  },
];

/** Makes a number answer as those do that people buy in the app. */
function own(stage: Stage, phoneNumber: string): void {
  const { numbers, config } = stage.twilio.context;
  const settings = numbers.get(config.phoneNumber);
  if (settings) numbers.buy({ phoneNumber, capabilities: everything }, settings);
}
