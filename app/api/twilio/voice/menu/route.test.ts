import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Person } from "../../../../../e2e/integration/people";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";
import {
  mainLine,
  phonePair,
  phonePerson,
  readPhoneCall,
  serveTelephony,
  takesPhoneCalls,
  telephoneOf,
} from "../../../../../e2e/integration/telephones";
import { clientOf, newCallSid, verbsOf } from "../../../../../e2e/integration/voice";

const sandbox = await startSandboxEnv();
const { supabase } = sandbox;
serveTelephony(sandbox);
const incoming = await import("@/app/api/twilio/voice/incoming/route");
const menu = await import("@/app/api/twilio/voice/menu/route");

beforeEach(() => supabase.query("delete from rate_limits"));

/** What the line says next; `at` and `tries` are where the one before has led to. */
async function press(person: Pick<Person, "phone">, digits: string, at: string, tries = 0) {
  const sid = newCallSid();
  const answer = await callRoute(menu.POST, {
    path: `/api/twilio/voice/menu?at=${at}&tries=${tries}`,
    form: {
      ...{ CallSid: sid, From: person.phone, To: mainLine, Direction: "inbound" },
      Digits: digits,
    },
  });
  const [verb, ...rest] = verbsOf(answer);
  return { sid, verb, rest, text: answer.text };
}

async function call(From: string) {
  const answer = await callRoute(incoming.POST, {
    path: "/api/twilio/voice/incoming",
    form: { CallSid: newCallSid(), From, To: mainLine, Direction: "inbound" },
  });
  return verbsOf(answer);
}

async function extensionOf(person: Person, matchId: string): Promise<string> {
  const [row] = await supabase.query<{ extension: number }>(
    "select extension from match_members where match_id = $1 and profile_id = $2",
    [matchId, person.id],
  );
  return String(row?.extension);
}

const asks = (text: RegExp) => ({
  verb: "Gather",
  prompts: [{ verb: "Say", text: expect.stringMatching(text) }],
});

test("greets a person by their first name and offers what there is", async () => {
  const ada = await phonePerson(sandbox);
  expect(await call(ada.phone)).toMatchObject([
    {
      ...asks(/^Hello Person\. This is Duet\. .*press 1\..*press 2\..*press 3\..*press 9\.$/),
      numDigits: 1,
      actionOnEmptyResult: true,
    },
  ]);
});

test.each(["+14155559999", "", "+266696687", "anonymous"])(
  "tells a stranger (%s) the safety information and nothing else",
  async (From) => {
    expect(await call(From)).toEqual([
      { verb: "Say", loop: 1, text: expect.stringMatching(/public place.*Goodbye\.$/) },
      { verb: "Hangup" },
    ]);
  },
);

describe("1, an extension", () => {
  test("rings the match, saying whom", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    expect((await press(caller, "1", "main")).verb).toMatchObject({
      ...asks(/Enter the extension/),
      finishOnKey: "#",
    });
    const keys = await extensionOf(caller, matchId);
    const { sid, verb, rest } = await press(caller, keys, "extension");
    expect(verb).toMatchObject({ verb: "Say", text: "Calling Person." });
    expect(rest).toMatchObject([
      {
        verb: "Dial",
        callerId: expect.stringMatching(/^\+1500555001\d$/),
        targets: [{ to: clientOf(callee).slice("client:".length) }],
      },
    ]);
    expect(await readPhoneCall(supabase, sid)).toMatchObject({ kind: "phone" });
  });

  test("of nobody, of a block or of somebody who takes no calls sounds the same", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    const keys = await extensionOf(caller, matchId);
    const unknown = await press(caller, "999", "extension");
    expect(unknown.verb).toMatchObject(asks(/Nobody can be reached under this extension/));
    await takesPhoneCalls(supabase, callee, false);
    expect((await press(caller, keys, "extension")).text).toBe(unknown.text);
    await takesPhoneCalls(supabase, callee, true);
    await supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
      callee.id,
      caller.id,
    ]);
    expect((await press(caller, keys, "extension")).text).toBe(unknown.text);
    expect((await press(caller, "**", "extension")).text).toBe(unknown.text);
  });

  test("works by the keys of a telephone", async () => {
    const { caller, callee, matchId } = await phonePair(sandbox);
    await telephoneOf(sandbox, callee).behave({ answer: "answer", digits: "1" });
    const keys = await extensionOf(caller, matchId);
    const mine = telephoneOf(sandbox, caller);
    const { sid } = await mine.call({ to: mainLine, digits: `1w${keys}#` });
    await vi.waitFor(
      async () =>
        expect(await readPhoneCall(supabase, sid)).toMatchObject({ status: "in-progress" }),
      { timeout: 10_000 },
    );
    await mine.hangup();
    await vi.waitFor(async () =>
      expect(await readPhoneCall(supabase, sid)).toMatchObject({ status: "completed" }),
    );
  });
});

test("2 tells about safety and offers the menu again; 9 and 0 repeat it", async () => {
  const ada = await phonePerson(sandbox);
  expect((await press(ada, "2", "main")).verb).toMatchObject(asks(/public place.*press 1\./));
  expect((await press(ada, "9", "main", 1)).verb).toMatchObject(asks(/^To reach a match/));
  expect((await press(ada, "0", "main", 1)).verb).toMatchObject(asks(/^To reach a match/));
});

test.each([
  ["2", /public place.*Goodbye\.$/],
  ["9", /^Thank you for calling Duet\. Goodbye\.$/],
  ["0", /^Thank you for calling Duet\. Goodbye\.$/],
])("%s keeps nobody on the line for ever", async (key, text) => {
  const ada = await phonePerson(sandbox);
  const once = await press(ada, key, "main");
  expect(once.verb).toMatchObject({ action: expect.stringContaining("at=main&tries=1") });
  expect((await press(ada, key, "main", 2)).verb).toMatchObject({
    verb: "Say",
    text: expect.stringMatching(text),
  });
});

describe("3, to be called back", () => {
  test("calls the person's telephone from the main line once they have hung up", async () => {
    const ada = await phonePerson(sandbox);
    const telephone = telephoneOf(sandbox, ada);
    await telephone.behave({ answer: "answer", digits: "2" });
    const { sid } = await telephone.call({ to: mainLine, digits: "3" });
    await vi.waitFor(
      async () => {
        const [back] = await telephone.calls();
        expect(back?.sid).not.toBe(sid);
        expect(back).toMatchObject({ from: mainLine, state: "live" });
        expect(back?.said.join(" ")).toMatch(/Hello Person.*public place/);
      },
      { timeout: 10_000 },
    );
    await telephone.hangup();
  });

  test("can be asked for in a call back", async () => {
    const ada = await phonePerson(sandbox);
    const telephone = telephoneOf(sandbox, ada);
    await telephone.behave({ answer: "answer", digits: "3" });
    await telephone.call({ to: mainLine, digits: "3" });
    // Asked for three times: each but the first in the call back of the one before.
    await vi.waitFor(async () => expect(await telephone.calls()).toHaveLength(4), {
      timeout: 10_000,
    });
  });

  test("is done three times an hour", async () => {
    const ada = await phonePerson(sandbox);
    for (let n = 0; n < 3; n += 1) {
      expect((await press(ada, "3", "main")).verb).toMatchObject({
        text: expect.stringMatching(/We will call you/),
      });
    }
    expect((await press(ada, "3", "main")).verb).toMatchObject({
      text: expect.stringMatching(/cannot call you back now/),
    });
  });
});

test("silence is asked again twice, then the line says goodbye", async () => {
  const ada = await phonePerson(sandbox);
  expect((await press(ada, "", "main", 0)).verb).toMatchObject(asks(/^To reach a match/));
  expect((await press(ada, "", "main", 1)).verb).toMatchObject(asks(/^To reach a match/));
  const last = await press(ada, "", "main", 2);
  expect([last.verb, ...last.rest]).toEqual([
    { verb: "Say", loop: 1, text: "Thank you for calling Duet. Goodbye." },
    { verb: "Hangup" },
  ]);
  const other = await press(ada, "", "extension", 0);
  expect(other.verb).toMatchObject(asks(/Enter the extension/));
});

test("a wrong key is explained, twice", async () => {
  const ada = await phonePerson(sandbox);
  for (const key of ["5", "#", "*"]) {
    expect((await press(ada, key, "main")).verb).toMatchObject(asks(/nothing under this key/));
  }
  expect((await press(ada, "5", "main", 2)).verb).toMatchObject({ verb: "Say" });
});

test("a machine that picks up the call back is hung up on", async () => {
  const ada = await phonePerson(sandbox);
  const answer = await callRoute(menu.POST, {
    path: "/api/twilio/voice/menu",
    form: {
      ...{ CallSid: newCallSid(), From: mainLine, To: ada.phone, Direction: "outbound-api" },
      AnsweredBy: "machine_start",
    },
  });
  expect(verbsOf(answer)).toEqual([{ verb: "Hangup" }]);
});

test("a forged request hears nothing", async () => {
  const ada = await phonePerson(sandbox);
  const answer = await callRoute(menu.POST, {
    path: "/api/twilio/voice/menu?at=main",
    form: { CallSid: newCallSid(), From: ada.phone, To: mainLine, Digits: "1" },
    headers: { "x-twilio-signature": "Zm9yZ2Vk" },
  });
  expect(answer.status).toBe(403);
});
