import { afterAll, describe, expect, test } from "vitest";
import { startTwilio } from "../server.ts";
import { clientOf } from "../testing/client.ts";

const sandbox = await startTwilio({ port: 0, config: { publicUrl: "https://duet.example" } });
afterAll(() => sandbox.close());
const client = clientOf(sandbox);
const missing = { status: 404, code: 20404 };

const search = (country: string) => client.availablePhoneNumbers(country);

/** What a country has of a kind. */
function offersOf(country: string, type: "local" | "mobile" | "tollFree") {
  const { local, mobile, tollFree } = search(country);
  if (type === "local") return local.list({ limit: 5 });
  return type === "mobile" ? mobile.list({ limit: 5 }) : tollFree.list({ limit: 5 });
}

describe("numbers that can be had", () => {
  test.each([
    ["US", "local", /^\+1\d{3}55501\d\d$/],
    ["CA", "local", /^\+1\d{3}55501\d\d$/],
    ["US", "tollFree", /^\+18\d\d55501\d\d$/],
    ["GB", "local", /^\+44(207946|161496|131496|292018|289649)\d{4}$/],
    ["GB", "mobile", /^\+447700900\d{3}$/],
    ["IE", "local", /^\+3532091\d{5}$/],
    ["AU", "local", /^\+61[2378]5550\d{4}$/],
    ["AU", "mobile", /^\+6149157015\d$/],
    ["FR", "local", /^\+33(19900|26191|35301|46571|53649)\d{4}$/],
    ["DE", "mobile", /^\+491713920\d{3}$/],
  ] as const)("in %s, %s ones, are nobody's: %s", async (country, type, pattern) => {
    const offers = await offersOf(country, type);
    const phoneNumbers = new Set(offers.map(({ phoneNumber }) => phoneNumber));
    expect(phoneNumbers.size).toBeGreaterThanOrEqual(4);
    for (const phoneNumber of phoneNumbers) expect(phoneNumber).toMatch(pattern);
    expect(offers[0]).toMatchObject({ isoCountry: country, capabilities: { voice: true } });
  });

  test.each([
    [{ areaCode: 212 }, /^\+1212/, "New York"],
    [{ inRegion: "IL" }, /^\+1312/, "Chicago"],
    [{ inLocality: "seattle" }, /^\+1206/, "Seattle"],
    [{ contains: "+1503555" }, /^\+1503/, "Portland"],
    [{ contains: "617555017*" }, /^\+161755501[7]\d$/, "Boston"],
    [{ contains: "99$", areaCode: 305 }, /99$/, "Miami"],
    // J is on the key 5.
    [{ contains: "512jJj" }, /^\+1512/, "Austin"],
  ])("a search for %o finds %s in %s", async (wanted, pattern, place) => {
    const [first, ...others] = await search("US").local.list({ ...wanted, limit: 3 });
    expect(first?.phoneNumber).toMatch(pattern);
    expect(first?.locality).toBe(place);
    for (const { phoneNumber } of others) expect(phoneNumber).toMatch(pattern);
  });

  test.each([
    { areaCode: 533 },
    { areaCode: 415 },
    { contains: "+1415" },
    { areaCode: 212, smsEnabled: false },
    { inRegion: "BC" },
  ])("a search for %o finds nothing", async (wanted) => {
    expect(await search("US").local.list(wanted)).toEqual([]);
  });

  test("a country has its kinds of numbers, some of them none in stock", async () => {
    const countries = await client.availablePhoneNumbers.list();
    expect(countries.map(({ countryCode }) => countryCode)).toContain("NL");
    const britain = await search("GB").fetch();
    expect(britain).toMatchObject({ country: "United Kingdom", countryCode: "GB" });
    expect(Object.keys(britain.subresourceUris)).toEqual(["local", "mobile", "toll_free"]);
    expect(await search("NL").local.list()).toEqual([]);
    await expect(search("US").mobile.list()).rejects.toMatchObject(missing);
    await expect(search("ZZ").fetch()).rejects.toMatchObject(missing);
    await expect(search("ZZ").local.list()).rejects.toMatchObject(missing);
    const tooShort = search("US").local.list({ contains: "*" });
    await expect(tooShort).rejects.toMatchObject({ status: 400 });
  });

  test("each kind has its price", async () => {
    const { countries } = client.pricing.v1.phoneNumbers;
    expect(await countries("US").fetch()).toMatchObject({
      country: "United States",
      priceUnit: "USD",
      phoneNumberPrices: [
        { numberType: "local", basePrice: "1.15", currentPrice: "1.15" },
        { numberType: "toll free", basePrice: "2.15", currentPrice: "2.15" },
      ],
    });
    expect((await countries.list()).map(({ isoCountry }) => isoCountry)).toContain("AU");
    await expect(countries("ZZ").fetch()).rejects.toMatchObject(missing);
  });
});

describe("the account's numbers", () => {
  test("those configured ring the app", async () => {
    const owned = await client.incomingPhoneNumbers.list();
    const { phoneNumber, poolNumbers } = sandbox.config;
    expect(owned.map((number) => number.phoneNumber)).toEqual([phoneNumber, ...poolNumbers]);
    for (const number of owned) {
      expect(number).toMatchObject({
        voiceUrl: "https://duet.example/api/twilio/voice/incoming",
        voiceFallbackUrl: "https://duet.example/api/twilio/voice/fallback",
        statusCallback: "https://duet.example/api/twilio/voice/status#rc=3&rp=ct,rt,5xx",
      });
    }
  });

  test("a number is bought once, changed, found and released", async () => {
    const [offer] = await search("US").local.list({ areaCode: 206, limit: 1 });
    const phoneNumber = offer?.phoneNumber ?? "";
    const bought = await client.incomingPhoneNumbers.create({
      phoneNumber,
      friendlyName: "Mine",
      voiceUrl: "https://example.com/voice",
      statusCallback: "https://example.com/status",
      statusCallbackMethod: "GET",
    });
    expect(bought).toMatchObject({
      sid: expect.stringMatching(/^PN[0-9a-f]{32}$/),
      phoneNumber,
      friendlyName: "Mine",
      voiceUrl: "https://example.com/voice",
      voiceMethod: "POST",
      statusCallbackMethod: "GET",
      capabilities: { voice: true, sms: true },
    });
    const again = client.incomingPhoneNumbers.create({ phoneNumber });
    await expect(again).rejects.toMatchObject({ status: 400, code: 21422 });
    const offers = await search("US").local.list({ areaCode: 206 });
    expect(offers.map((each) => each.phoneNumber)).not.toContain(phoneNumber);

    const number = client.incomingPhoneNumbers(bought.sid);
    const changed = await number.update({ friendlyName: "Ours", voiceUrl: "" });
    expect(changed).toMatchObject({ friendlyName: "Ours", voiceUrl: null });
    expect(changed.statusCallback).toBe("https://example.com/status");
    const sids = async (filter: object) =>
      (await client.incomingPhoneNumbers.list(filter)).map(({ sid }) => sid);
    expect(await sids({ friendlyName: "Ours" })).toEqual([bought.sid]);
    expect(await sids({ phoneNumber })).toEqual([bought.sid]);
    expect(await sids({ phoneNumber: "206*55501*" })).toEqual([]);
    expect(await sids({ phoneNumber: "206555" })).toEqual([bought.sid]);

    expect(await number.remove()).toBe(true);
    for (const gone of [number.fetch(), number.update({ friendlyName: "X" }), number.remove()]) {
      await expect(gone).rejects.toMatchObject(missing);
    }
    const { phoneNumber: offered } = await client.incomingPhoneNumbers.create({ phoneNumber });
    expect(offered).toBe(phoneNumber);
  });

  test("an area code is enough, and 500 has a number", async () => {
    const { phoneNumber } = await client.incomingPhoneNumbers.create({ areaCode: "500" });
    expect(phoneNumber).toMatch(/^\+150055501\d\d$/);
    expect(sandbox.context.numbers.get(phoneNumber)).toBeDefined();
  });

  test("the magic number is sold any number of times, and nothing is bought", async () => {
    const before = sandbox.context.numbers.list();
    for (const friendlyName of ["One", "Two"]) {
      const phoneNumber = "+15005550006";
      const bought = await client.incomingPhoneNumbers.create({ phoneNumber, friendlyName });
      expect(bought).toMatchObject({ phoneNumber, friendlyName });
    }
    expect(sandbox.context.numbers.list()).toEqual(before);
  });

  test.each([
    [{ phoneNumber: "+15005550000" }, 21422],
    [{ phoneNumber: "+15005550001" }, 21421],
    [{ phoneNumber: "nonsense" }, 21421],
    [{ phoneNumber: "+14155550101" }, 21422],
    [{ phoneNumber: "+12125551234" }, 21422],
    [{ phoneNumber: "+15005550011" }, 21422],
    [{ areaCode: "533" }, 21452],
    [{ areaCode: "12" }, 21451],
    [{}, 21421],
    [{ areaCode: "212", voiceUrl: "nowhere" }, 21402],
    [{ areaCode: "212", statusCallback: "ftp://example.com" }, 21402],
    [{ areaCode: "212", voiceMethod: "PUT" }, 21403],
    [{ areaCode: "212", voiceApplicationSid: `AP${"0".repeat(32)}` }, 21218],
    [{ areaCode: "212", friendlyName: "x".repeat(65) }, 20001],
  ])("buying %o is refused with %i, and nothing is bought", async (input, code) => {
    const before = sandbox.context.numbers.list();
    const buying = client.incomingPhoneNumbers.create(input);
    await expect(buying).rejects.toMatchObject({ status: 400, code });
    expect(sandbox.context.numbers.list()).toEqual(before);
  });
});
