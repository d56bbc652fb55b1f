import pino from "pino";
import { expect, test } from "vitest";

process.env.LOG_LEVEL = "debug";
const { log } = await import("@/lib/log");

/** The lines that `write` makes. */
function linesOf(write: () => void): string {
  const lines: string[] = [];
  Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
  write();
  return lines.join("");
}

test("a provider's error is logged without the number or address that it quotes", () => {
  const error = new Error("Cannot reach +14155550101 or ada@people.example, see 21211");
  const line = linesOf(() => log.error({ error }, "failed"));
  expect(line).toContain("Cannot reach [number] or [address], see 21211");
  expect(line).toContain("log.test.ts");
  expect(line).not.toMatch(/4155550101|ada@/);
});

test("so is an error of the database, which is no Error", () => {
  const error = { code: "23505", message: "duplicate key", details: "Key (phone)=(+14155550101)" };
  const line = linesOf(() => log.error({ error }, "failed"));
  expect(line).toContain('"errorCode":"23505"');
  expect(line).toContain("duplicate key");
  expect(line).not.toContain("4155550101");
});

test.each([
  ["a number as people write it", "No route to +1 (415) 555-0101", "No route to [number]"],
  ["another", "No route to (415) 555-0101 today", "No route to [number] today"],
  ["a code", "Wrong code 739114", "Wrong code [number]"],
  ["an access token", "Bad eyJhbGciOi.eyJzdWIi.c2ln here", "Bad [token] here"],
  ["a header", "Sent Authorization: Bearer abc-def", "Sent Authorization: [token]"],
  ["the database's key", "Key sb_secret_abc123 is old", "Key [token] is old"],
  ["Twilio's code", "Refused with 21211", "Refused with 21211"],
])("of %s in a message only what may be read stays", (_, message, told) => {
  expect(linesOf(() => log.warn({ error: new Error(message) }, "failed"))).toContain(
    `"message":"${told}"`,
  );
});

test("a request's body and headers are blanked however deep they lie", () => {
  const request = { body: { bio: "I am Ada" }, headers: { cookie: "sb-auth=1" }, verb: "POST" };
  const line = linesOf(() => log.info({ at: { last: { request } } }, "seen"));
  expect(line).toContain('"verb":"POST"');
  expect(line).not.toMatch(/Ada|sb-auth/);
});

test("fields that hold a number, an address or a secret are blanked", () => {
  const person = {
    phone: "+14155550101",
    email: "ada@people.example",
    token: "eyJ",
    code: "123456",
  };
  const line = linesOf(() => log.info({ ...person, person, To: "+14155550102" }, "signed in"));
  expect(line).toContain("signed in");
  expect(line).not.toMatch(/41555501|ada@|eyJ|123456/);
});

test("so are those of several things, and of errors among them", () => {
  const people = [{ phone: "+14155550101" }, { phone: "+14155550102" }];
  const failures = [new Error("Cannot reach +14155550103"), "late"];
  const line = linesOf(() => log.info({ people, last: { failures } }, "listed"));
  expect(line).toContain("Cannot reach [number]");
  expect(line).toContain('"late"');
  expect(line).not.toMatch(/41555501/);
});
