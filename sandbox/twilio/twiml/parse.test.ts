import { expect, test } from "vitest";
import { parseTwiml } from "./parse.ts";

const dialOf = (xml: string) => {
  const [verb] = parseTwiml(`<Response>${xml}</Response>`).verbs;
  if (verb?.verb !== "Dial") throw new Error("Not a Dial.");
  return verb;
};

test("Dial has Twilio's defaults", () => {
  expect(dialOf("<Dial>+14155550101</Dial>")).toEqual({
    verb: "Dial",
    targets: [
      {
        noun: "Number",
        to: "+14155550101",
        parameters: {},
        statusCallback: { url: null, method: "POST", events: ["completed"] },
        whisper: null,
        sendDigits: "",
      },
    ],
    timeout: 30,
    timeLimit: 14_400,
    action: null,
    method: "POST",
    answerOnBridge: false,
    hangupOnStar: false,
    callerId: null,
    recording: null,
  });
});

test("Client takes its identity as text or as an element, with parameters and callbacks", () => {
  const dial = dialOf(`<Dial answerOnBridge="true" timeout="40" callerId="client:a" method="GET"
      action="/result?a=1&amp;b=2">
    <Client>bob</Client>
    <Client statusCallback="/status" statusCallbackMethod="get"
        statusCallbackEvent="initiated answered">
      <Identity>carol</Identity><Parameter name="matchId" value="Tom &amp; Ann"/>
    </Client>
  </Dial>`);
  expect(dial).toMatchObject({
    answerOnBridge: true,
    timeout: 40,
    callerId: "client:a",
    method: "GET",
    action: "/result?a=1&b=2",
  });
  expect(dial.targets).toMatchObject([
    { noun: "Client", to: "bob", parameters: {}, statusCallback: { url: null } },
    {
      noun: "Client",
      to: "carol",
      parameters: { matchId: "Tom & Ann" },
      statusCallback: { url: "/status", method: "GET", events: ["initiated", "answered"] },
    },
  ]);
});

test("verbs come in document order, with text unescaped and white space folded", () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
    <!-- a comment -->
    <Response><Pause length="2"/><Say>Tom &amp;
      Ann</Say><Redirect method="GET">/next</Redirect><Hangup/></Response>`;
  expect(parseTwiml(xml).verbs).toEqual([
    { verb: "Pause", seconds: 2 },
    { verb: "Say", text: "Tom & Ann", loop: 1 },
    { verb: "Redirect", url: "/next", method: "GET" },
    { verb: "Hangup" },
  ]);
});

test("a verb that is not known is named in a warning", () => {
  const { verbs, warnings } = parseTwiml("<Response><Sing/><Hangup/></Response>");
  expect(verbs).toEqual([{ verb: "Hangup" }]);
  expect(warnings).toEqual(["12200 Schema validation: <Sing> is not known here."]);
});

test.each([
  ["<Response><Say></Response>", 12100],
  ["hello", 12100],
  ["<Reply/>", 12200],
])("%s is refused with %i", (xml, code) => {
  expect(() => parseTwiml(xml)).toThrow(expect.objectContaining({ code }));
});
