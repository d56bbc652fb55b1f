import { afterAll, describe, expect, test } from "vitest";
import { startFaultyProxy } from "../../../e2e/integration/faulty-proxy";
import { callRoute, startSandboxEnv } from "../../../e2e/integration/sandbox-env";

// The number that can always be bought must not be the installation's own here.
const mainNumber = "+15005550005";
const sandbox = await startSandboxEnv({ TWILIO_PHONE_NUMBER: mainNumber, NUMBERS_PER_PERSON: "2" });
const { supabase, twilio, publicUrl } = sandbox;
const proxy = await startFaultyProxy(twilio.url);
afterAll(() => proxy.close());
process.env.TWILIO_API_URL = proxy.url;
const list = await import("@/app/api/numbers/route");
const one = await import("@/app/api/numbers/[id]/route");
const available = await import("@/app/api/numbers/available/route");

let nextPhone = 0;
const newPerson = () => sandbox.signIn(`+1415555${String(2200 + nextPhone++)}`);
type Someone = Awaited<ReturnType<typeof newPerson>>;

const path = "/api/numbers";
const search = (person: Someone, query: Record<string, string>) =>
  callRoute(available.GET, {
    ...{ method: "GET", token: person.accessToken },
    path: `${path}/available?${new URLSearchParams(query)}`,
  });
const buy = (person: Someone, phoneNumber: string, name?: string) =>
  callRoute(list.POST, { path, token: person.accessToken, body: { phoneNumber, name } });
const mine = async (person: Someone) => {
  const { json } = await callRoute(list.GET, { path, method: "GET", token: person.accessToken });
  return (json as { numbers: { id: string; phoneNumber: string }[] }).numbers;
};
const change = (person: Someone, id: string, body: object) =>
  callRoute(one.PUT, { path, method: "PUT", token: person.accessToken, params: { id }, body });
const release = (person: Someone, id: string) =>
  callRoute(one.DELETE, { path, method: "DELETE", token: person.accessToken, params: { id } });
const refused = (code: string, providerCode?: number) => ({
  ok: false,
  error: { code, message: expect.stringMatching(/\.$/), ...(providerCode && { providerCode }) },
});

/** What Twilio has for sale. */
let taken = 0;
async function forSale(person: Someone): Promise<string> {
  const { json } = await search(person, { country: "US", areaCode: "628" });
  const numbers = (json as { numbers: { phoneNumber: string }[] }).numbers;
  const number = numbers[taken++ % numbers.length];
  if (!number) throw new Error("Nothing is for sale.");
  return number.phoneNumber;
}
async function bought(person: Someone, name?: string) {
  const { json } = await buy(person, await forSale(person), name);
  return (json as { number: { id: string; phoneNumber: string } }).number;
}
const atTwilio = (number: string) => twilio.context.numbers.get(number);
const rows = () =>
  supabase.query<{ number: string }>("select number from phone_numbers where released_at is null");

describe("search", () => {
  test("finds numbers of a country, with what they cost a month", async () => {
    const { status, json } = await search(await newPerson(), { country: "US", areaCode: "628" });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      numbers: expect.arrayContaining([
        {
          ...{ phoneNumber: expect.stringMatching(/^\+1628\d{7}$/), country: "US", type: "local" },
          ...{ locality: expect.any(String), region: "CA" },
          ...{ monthlyPrice: "1.15", currency: "USD" },
        },
      ]),
    });
  });

  test.each([
    [{ country: "US", type: "tollFree" }, /^\+18\d{9}$/],
    [{ country: "GB", type: "mobile" }, /^\+447/],
    [{ country: "GB", areaCode: "0161" }, /^\+44161/],
    [{ country: "GB", areaCode: "20", contains: "94601" }, /^\+4420.*94601/],
    [{ country: "US", contains: "555" }, /555/],
  ])("%j", async (query, pattern) => {
    const { json } = await search(await newPerson(), query as Record<string, string>);
    const { numbers } = json as { numbers: { phoneNumber: string }[] };
    expect(numbers.length).toBeGreaterThan(0);
    for (const { phoneNumber } of numbers) expect(phoneNumber).toMatch(pattern);
  });

  test("a kind that the country does not have is not there, and no failure", async () => {
    const { status, json } = await search(await newPerson(), { country: "US", type: "mobile" });
    expect([status, json]).toEqual([200, { ok: true, numbers: [] }]);
  });

  test.each([
    [{}, "invalid_request"],
    [{ country: "us" }, "invalid_request"],
    [{ country: "US", type: "satellite" }, "invalid_request"],
    [{ country: "US", areaCode: "12a" }, "invalid_request"],
    [{ country: "US", contains: "%%" }, "invalid_request"],
    [{ country: "BR" }, "unsupported_country"],
    [{ country: "ZZ" }, "unsupported_country"],
  ])("bad: %j", async (query, code) => {
    const { status, json } = await search(await newPerson(), query as Record<string, string>);
    expect(status).toBe(400);
    expect(json).toMatchObject(refused(code));
  });

  test("without prices numbers are found all the same", async () => {
    proxy.fail({ path: "PhoneNumbers/Countries/IE", status: 500, times: 3 });
    const { json } = await search(await newPerson(), { country: "IE" });
    expect(json).toMatchObject({
      numbers: expect.arrayContaining([
        expect.objectContaining({ monthlyPrice: null, currency: null }),
      ]),
    });
  });
});

describe("buying", () => {
  test("gives the number, and Twilio sends its calls here", async () => {
    const ada = await newPerson();
    const phoneNumber = await forSale(ada);
    const { status, json } = await buy(ada, phoneNumber, "  For the ad ");
    expect(status).toBe(200);
    const view = {
      ...{ id: expect.any(String), phoneNumber, name: "For the ad", country: "US" },
      ...{ greeting: null, createdAt: expect.any(String) },
    };
    expect(json).toEqual({ ok: true, number: view });
    expect(await mine(ada)).toEqual([view]);
    const voice = `${publicUrl}/api/twilio/voice`;
    const retries = "#rc=3&rp=ct,rt,5xx";
    expect(atTwilio(phoneNumber)).toMatchObject({
      ...{ voiceUrl: `${voice}/incoming${retries}`, voiceMethod: "POST" },
      ...{ voiceFallbackUrl: `${voice}/fallback${retries}`, voiceFallbackMethod: "POST" },
      ...{ statusCallback: `${voice}/status${retries}`, statusCallbackMethod: "POST" },
      friendlyName: expect.stringMatching(/^Duet [\w-]{24}$/),
    });
  });

  test("the same number again is the number one has, and costs nothing more", async () => {
    const ada = await newPerson();
    const number = await bought(ada);
    const again = await buy(ada, number.phoneNumber);
    expect(again.json).toMatchObject({ number: { id: number.id } });
    expect(await mine(ada)).toHaveLength(1);
  });

  test("more than one may have are refused, also when asked for at once", async () => {
    const ada = await newPerson();
    const wanted = [await forSale(ada), await forSale(ada), await forSale(ada)];
    const answers = await Promise.all(wanted.map((number) => buy(ada, number)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json).toMatchObject(
      refused("limit_reached"),
    );
    expect(wanted.filter(atTwilio)).toHaveLength(2);
  });

  test("of two people who want one number at once, one gets it", async () => {
    const [ada, ben] = [await newPerson(), await newPerson()];
    const number = await forSale(ada);
    const answers = await Promise.all([buy(ada, number), buy(ben, number)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json).toMatchObject(
      refused("number_taken"),
    );
  });

  test.each([
    ["+15005550000", 409, "number_taken", 21_422],
    ["+15005550001", 400, "invalid_phone", 21_421],
    [mainNumber, 409, "number_taken", undefined],
    ["+15005550011", 409, "number_taken", undefined],
    ["+5511955555555", 400, "unsupported_country", undefined],
    ["+999123456789", 400, "invalid_phone", undefined],
    ["415", 400, "invalid_phone", undefined],
    ["'; drop table phone_numbers; --", 400, "invalid_phone", undefined],
  ])("%s is refused", async (number, status, code, providerCode) => {
    const ada = await newPerson();
    const before = await rows();
    const answer = await buy(ada, number);
    expect(answer.json).toMatchObject(refused(code, providerCode));
    expect(answer.status).toBe(status);
    expect(await rows()).toEqual(before);
  });

  test("+15005550006 can always be had", async () => {
    const { json } = await buy(await newPerson(), "+15005550006");
    expect(json).toMatchObject({ number: { phoneNumber: "+15005550006", country: "US" } });
  });

  test("a body of another shape is refused", async () => {
    const ada = await newPerson();
    const post = (body: object) => callRoute(list.POST, { path, token: ada.accessToken, body });
    expect((await post({})).json).toMatchObject(refused("invalid_request"));
    expect((await post({ phoneNumber: 15_005_550_006 })).json).toMatchObject(
      refused("invalid_request"),
    );
    const long = { phoneNumber: "+15005550006", name: "x".repeat(61) };
    expect((await post(long)).json).toMatchObject(refused("invalid_request"));
    expect((await callRoute(list.POST, { path, body: {} })).status).toBe(401);
  });

  test.each([
    [429, "unavailable"],
    [500, "provider_error"],
  ] as const)(
    "when Twilio answers %d nothing is bought, and the place is free",
    async (status, code) => {
      const ada = await newPerson();
      const number = await forSale(ada);
      twilio.context.faults.add({
        ...{ target: "rest", kind: "status", status, match: "POST", times: status === 429 ? 3 : 1 },
      });
      expect((await buy(ada, number)).json).toMatchObject(
        refused(code, status === 429 ? 20_429 : 20_500),
      );
      expect(await mine(ada)).toEqual([]);
      expect((await buy(ada, number)).status).toBe(200);
    },
  );

  test("a number whose purchase was answered by nobody is not bought twice", async () => {
    const ada = await newPerson();
    const number = await forSale(ada);
    proxy.fail({ path: "IncomingPhoneNumbers", method: "POST", status: "lost", times: 1 });
    expect((await buy(ada, number)).json).toMatchObject({ number: { phoneNumber: number } });
    expect(atTwilio(number)).toBeDefined();
  });

  test("what nobody saw the end of is settled when the person looks again", async () => {
    const ada = await newPerson();
    const [paid, failed] = [await forSale(ada), await forSale(ada)];
    const outage = { path: "IncomingPhoneNumbers", method: "GET", status: 500, times: 3 };
    proxy.fail({ path: "IncomingPhoneNumbers", method: "POST", status: "lost", times: 1 });
    proxy.fail(outage);
    expect((await buy(ada, paid)).json).toMatchObject(refused("unavailable"));
    expect((await buy(ada, paid)).json).toMatchObject(refused("conflict"));
    await supabase.query(
      `insert into phone_numbers (number, owner_id, country, claimed_at) values ($1, $2, 'US', now())`,
      [failed, ada.id],
    );
    expect(await mine(ada)).toEqual([]);
    await supabase.query(
      "update phone_numbers set claimed_at = now() - interval '2 minutes' where owner_id = $1",
      [ada.id],
    );
    expect(await mine(ada)).toMatchObject([{ phoneNumber: paid }]);
    expect((await buy(ada, failed)).status).toBe(200);
  });

  test("a number of the account that was bought for somebody else is not handed out", async () => {
    const [ada, ben] = [await newPerson(), await newPerson()];
    const { phoneNumber } = await bought(ada);
    await supabase.query("delete from phone_numbers where number = $1", [phoneNumber]);
    expect((await buy(ben, phoneNumber)).json).toMatchObject(refused("number_taken", 21_422));
    expect((await buy(ada, phoneNumber)).json).toMatchObject({ number: { phoneNumber } });
  });
});

describe("changing", () => {
  test("a number has another name and greeting, one at a time", async () => {
    const ada = await newPerson();
    const { id } = await bought(ada, "Home");
    const greeting = "This is Ada. Say something nice.";
    expect((await change(ada, id, { greeting })).json).toMatchObject({
      number: { name: "Home", greeting },
    });
    expect((await change(ada, id, { name: "Ad" })).json).toMatchObject({
      number: { name: "Ad", greeting },
    });
    expect((await change(ada, id, { greeting: "  " })).json).toMatchObject({
      number: { greeting: null },
    });
    expect((await change(ada, id, {})).json).toMatchObject({ number: { name: "Ad" } });
  });

  test.each([{ name: "x".repeat(61) }, { greeting: "x".repeat(301) }, { name: 5 }])(
    "bad: %j",
    async (body) => {
      const ada = await newPerson();
      const { id } = await bought(ada);
      expect((await change(ada, id, body)).json).toMatchObject(refused("invalid_request"));
    },
  );
});

describe("releasing", () => {
  test("gives the number back, and once is enough", async () => {
    const ada = await newPerson();
    const { id, phoneNumber } = await bought(ada);
    expect((await release(ada, id)).status).toBe(200);
    expect(atTwilio(phoneNumber)).toBeUndefined();
    expect(await mine(ada)).toEqual([]);
    expect((await release(ada, id)).json).toMatchObject(refused("not_found"));
    expect((await change(ada, id, { name: "Mine" })).json).toMatchObject(refused("not_found"));
  });

  test("when Twilio fails nothing has changed", async () => {
    const ada = await newPerson();
    const { id, phoneNumber } = await bought(ada);
    twilio.context.faults.add({
      target: "rest",
      kind: "status",
      status: 500,
      match: "DELETE",
      times: 1,
    });
    expect((await release(ada, id)).json).toMatchObject(refused("provider_error", 20_500));
    expect(await mine(ada)).toMatchObject([{ phoneNumber }]);
  });

  test("when the answer was lost, asking again finishes it", async () => {
    const ada = await newPerson();
    const { id } = await bought(ada);
    proxy.fail({ path: "IncomingPhoneNumbers", method: "DELETE", status: "lost", times: 1 });
    expect((await release(ada, id)).json).toMatchObject(refused("unavailable"));
    expect((await release(ada, id)).status).toBe(200);
    expect(await mine(ada)).toEqual([]);
  });
});

test("somebody else's number is not there: not to see, to change or to release", async () => {
  const [ada, eve] = [await newPerson(), await newPerson()];
  const { id, phoneNumber } = await bought(ada);
  for (const answer of [await change(eve, id, { name: "Mine" }), await release(eve, id)]) {
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject(refused("not_found"));
    expect(answer.text).not.toContain(phoneNumber);
  }
  expect((await change(eve, "junk", {})).status).toBe(400);
  expect(await mine(eve)).toEqual([]);
  expect(await mine(ada)).toMatchObject([{ id, name: "" }]);
});
