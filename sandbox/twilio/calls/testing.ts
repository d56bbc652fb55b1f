import { twilioDefaults } from "../../config.ts";
import type { CallbackOutcome, CallbackRequest } from "../callbacks.ts";
import type { ApplicationResource } from "../context.ts";
import { Listeners } from "../listeners.ts";
import { silentEnd } from "../media/silent-end.ts";
import { Numbers } from "../numbers/numbers.ts";
import { Recordings } from "../recordings/recordings.ts";
import { handTimers } from "../testing/hand-timers.ts";
import { Transcriptions } from "../transcriptions/transcriptions.ts";
import type { Call } from "./call.ts";
import { CallEngine } from "./engine.ts";
import { type Leg, type RingObserver, unattendedLeg } from "./leg.ts";

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

/** A far end being rung, for the test to act and to see what it is told. */
interface Callee extends RingObserver {
  call: Call;
  told: string[];
  pickUp(): void;
}

/** A far end that keeps what it is told. */
function recordingLeg() {
  const told: string[] = [];
  const heard: string[] = [];
  const digits = new Listeners<string>();
  const speech = new Listeners<string>();
  const leg: Leg = {
    ...unattendedLeg(silentEnd),
    ringing: () => told.push("ringing"),
    answer: () => told.push("answer"),
    hangUp: () => told.push("hang up"),
    onDigit: (listener) => digits.add(listener),
    onSpeech: (listener) => speech.add(listener),
    caption: (text) => heard.push(text),
    prompt: (prompt) => told.push(prompt),
  };
  return {
    leg,
    told,
    heard,
    press(keys: string) {
      for (const key of keys) digits.tell(key);
    },
    say: (text: string) => speech.tell(text),
  };
}

/**
 * An engine on a hand-turned clock, an app that answers by path (a failure without an entry), and
 * callees that wait for the test to act.
 */
export function startEngine(
  twiml: Record<string, string | Partial<CallbackOutcome>>,
  files: Record<string, Buffer> = {},
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
  const transcriptions = new Transcriptions(base, timers.clock);

  const engine = new CallEngine(
    {
      ...base,
      recordings,
      transcriptions,
      fetchFile: async (url) =>
        files[new URL(url).pathname] ?? Promise.reject(new Error("status 404")),
      applications: new Map([[application.sid, application]]),
      numbers: new Numbers(config, timers.clock.now),
    },
    timers.clock,
    (address) => ({
      ring(call, _parameters, observer) {
        const { leg, told } = recordingLeg();
        const pickUp = () => observer.answered(leg);
        rung.set(address, { ...observer, call, told, pickUp });
        return () => told.push("stop ringing");
      },
    }),
  );

  return {
    engine,
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
    /** A browser calls; its far end keeps what it is told. */
    async receive(parameters: Record<string, string> = { To: "bob" }) {
      const { leg, told } = recordingLeg();
      const from = "client:alice";
      const call = engine.callFromClient({ from, to: "bob", leg, parameters }, application);
      await timers.settle();
      return { call, told };
    },
  };
}

function paramsOf({ params }: CallbackRequest): Record<string, string> {
  return params;
}
