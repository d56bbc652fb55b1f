import { twilioDefaults } from "../../config.ts";
import type { CallbackOutcome, CallbackRequest } from "../callbacks.ts";
import type { ApplicationResource } from "../context.ts";
import { Numbers } from "../numbers/numbers.ts";
import { Recordings } from "../recordings/recordings.ts";
import { handTimers } from "../testing/hand-timers.ts";
import { Transcriptions } from "../transcriptions/transcriptions.ts";
import type { Call } from "./call.ts";
import { CallEngine } from "./engine.ts";
import type { RingObserver } from "./leg.ts";
import { type TestLeg, testLeg } from "./test-leg.ts";

const xml = (verbs: string): CallbackOutcome => ({
  ok: true,
  status: 200,
  contentType: "text/xml",
  body: `<Response>${verbs}</Response>`,
});

const application: ApplicationResource = {
  sid: twilioDefaults.twimlAppSid,
  friendlyName: "App",
  voiceUrl: "https://app.test/voice/incoming",
  voiceMethod: "POST",
  voiceFallbackUrl: "https://app.test/voice/fallback",
  voiceFallbackMethod: "POST",
  statusCallback: "https://app.test/voice/status",
  statusCallbackMethod: "POST",
  dateCreated: 0,
  dateUpdated: 0,
};

interface EngineOptions {
  /** Sounds by path, for Play. */
  files?: Record<string, Buffer>;
  /** Addresses that a machine answers. */
  machines?: string[];
}

/** A far end being rung, for the test to act and to see what it is told. */
interface Callee extends RingObserver, TestLeg {
  call: Call;
  pickUp(): void;
}

/**
 * An engine on a hand-turned clock, an app that answers by path (a failure without an entry), and
 * callees that wait for the test to act.
 */
export function startEngine(
  twiml: Record<string, string | Partial<CallbackOutcome>>,
  options: EngineOptions = {},
) {
  const timers = handTimers();
  const config = { ...twilioDefaults, publicUrl: "https://app.test" };
  const requests: CallbackRequest[] = [];
  const rung = new Map<string, Callee>();

  const base = {
    config,
    callbacks: {
      async deliver(request: CallbackRequest) {
        requests.push(request);
        const answer = twiml[new URL(request.url).pathname.split("/").at(-1) ?? ""];
        if (typeof answer === "string") return xml(answer);
        return { ok: false, status: 404, body: "", contentType: null, ...answer };
      },
    },
    changed: () => {},
    log: (line: string) => {
      throw new Error(line);
    },
  };
  const recordings = new Recordings(base, timers.clock);
  const numbers = new Numbers(config, timers.clock.now);
  const ownNumber = numbers.get(config.phoneNumber);
  if (!ownNumber) throw new Error("The account has no number.");
  const transcriptions = new Transcriptions(base, timers.clock);

  const engine = new CallEngine(
    {
      ...base,
      recordings,
      transcriptions,
      fetchFile: async (url) =>
        options.files?.[new URL(url).pathname] ?? Promise.reject(new Error("status 404")),
      applications: new Map([[application.sid, application]]),
      numbers,
    },
    timers.clock,
    (address) => ({
      ring(call, _parameters, observer) {
        const callee = testLeg({ isMachine: options.machines?.includes(address) ?? false });
        const pickUp = () => observer.answered(callee.leg);
        rung.set(address, { ...observer, ...callee, call, pickUp });
        return () => callee.told.push("stop ringing");
      },
    }),
  );

  return {
    engine,
    numbers,
    ownNumber,
    ...timers,
    requests,
    /** What has been sent to a path, oldest first. */
    sent: (name: string) => requests.filter(({ url }) => url.includes(`/${name}`)).map(paramsOf),
    /** A callee that is being rung. */
    callee(address: string) {
      const entry = rung.get(address);
      if (!entry) throw new Error(`${address} was not rung.`);
      return entry;
    },
    /** A far end makes a sound for so many seconds, from now on. */
    async speak({ sound }: TestLeg, seconds: number) {
      for (let packet = 0; packet < seconds * 50; packet++) {
        sound();
        await timers.advance(20);
      }
    },
    /** A telephone calls. */
    async phone(to: string) {
      const caller = testLeg();
      const call = engine.callFromPhone({ from: "+14155550101", to, leg: caller.leg });
      await timers.settle();
      return { call, ...caller };
    },
    /** A browser calls; its far end keeps what it is told. */
    async receive(parameters: Record<string, string> = { To: "bob" }) {
      const caller = testLeg();
      const { leg } = caller;
      const from = "client:alice";
      const call = engine.callFromClient({ from, to: "bob", leg, parameters }, application);
      await timers.settle();
      return { call, ...caller };
    },
  };
}

function paramsOf({ params }: CallbackRequest): Record<string, string> {
  return params;
}
