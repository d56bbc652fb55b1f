import { expect, test } from "vitest";
import { twilioDefaults } from "../../config.ts";
import { connect, Line } from "../calls/line.ts";
import { testLeg } from "../calls/test-leg.ts";
import { handTimers } from "../testing/hand-timers.ts";
import { LiveTranscriptions } from "./live-transcriptions.ts";

/** Two far ends that talk, with the first one's call being transcribed. */
function talking(track?: "inbound_track" | "outbound_track") {
  const sent: Record<string, string>[] = [];
  const [alice, bob] = [testLeg(), testLeg()];
  const line = new Line(alice.leg);
  connect(line, new Line(bob.leg));
  const end = new AbortController();
  const call = { sid: "CA1", line, ended: end.signal };
  const transcriptions = new LiveTranscriptions(
    {
      config: twilioDefaults,
      callbacks: {
        async deliver({ params }) {
          sent.push(params);
          return { ok: true, status: 200, body: "", contentType: null };
        },
      },
      changed: () => {},
    },
    handTimers().clock,
  );
  const statusCallbackUrl = "https://app.test/transcription";
  const options = { statusCallbackUrl, name: "talk", ...(track && { track }) };
  const transcription = transcriptions.start(call, options);
  return { alice, bob, line, sent, transcriptions, transcription, endCall: () => end.abort() };
}

const words = (sent: Record<string, string>[]) =>
  sent
    .filter(({ TranscriptionEvent }) => TranscriptionEvent === "transcription-content")
    .map(
      ({ Track, TranscriptionData = "" }) =>
        `${Track}: ${JSON.parse(TranscriptionData).transcript}`,
    );

test("the words of both sides, and those spoken to the caller, come as they are said", () => {
  const { alice, bob, line, sent } = talking();
  alice.say("Hello?");
  bob.say("Hi Alice.");
  line.say("One minute left.");
  expect(words(sent)).toEqual([
    "inbound_track: Hello?",
    "outbound_track: Hi Alice.",
    "outbound_track: One minute left.",
  ]);
});

test.each([
  ["inbound_track", ["inbound_track: Hello?"]],
  ["outbound_track", ["outbound_track: Hi Alice."]],
] as const)("%s alone can be asked for", (track, expected) => {
  const { alice, bob, sent } = talking(track);
  alice.say("Hello?");
  bob.say("Hi Alice.");
  expect(words(sent)).toEqual(expected);
});

test("start, content and end are told in sequence with Twilio's parameters", () => {
  const { alice, sent, transcription, endCall } = talking();
  alice.say("Hello?");
  endCall();
  alice.say("Is anybody there?");
  expect(sent).toMatchObject([
    { TranscriptionEvent: "transcription-started", SequenceId: "1", Track: "both_tracks" },
    {
      TranscriptionEvent: "transcription-content",
      SequenceId: "2",
      CallSid: "CA1",
      TranscriptionSid: transcription.sid,
      Final: "true",
      LanguageCode: "en-US",
      Timestamp: "2026-01-15T12:00:00.000Z",
    },
    { TranscriptionEvent: "transcription-stopped", SequenceId: "3" },
  ]);
});

test("it is stopped by its name or its SID, once", () => {
  const { alice, sent, transcriptions, transcription } = talking();
  expect(transcriptions.stop("talk", "CA2")).toBeUndefined();
  expect(transcriptions.stop("talk", "CA1")).toMatchObject({ status: "stopped" });
  expect(transcriptions.stop(transcription.sid)).toMatchObject({ status: "stopped" });
  alice.say("Hello?");
  expect(sent.map(({ TranscriptionEvent }) => TranscriptionEvent)).toEqual([
    "transcription-started",
    "transcription-stopped",
  ]);
});
