import { expect, test } from "vitest";
import { identityOf, profileIdOf, profileIdOfClient } from "@/lib/twilio/identity";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
const identity = "u_0f8fad5bd9cb469fa16570867728950e";

test("a profile and its identity lead to each other", () => {
  expect(identityOf(id)).toBe(identity);
  expect(profileIdOf(identity)).toBe(id);
  expect(profileIdOfClient(`client:${identity}`)).toBe(id);
});

test("an identity fits what the Voice SDK accepts", () => {
  expect(identityOf(id)).toMatch(/^\w{1,121}$/);
});

test.each([
  "",
  id,
  `${identity}0`,
  identity.slice(0, -1),
  identity.toUpperCase(),
  identity.replace("u_", "U_"),
  `${identity}\n`,
  ` ${identity}`,
  `client:${identity}`,
  "u_0f8fad5b-d9cb-469f-a165-70867728950e",
  "+14155550101",
])("%j is nobody's identity", (text) => {
  expect(profileIdOf(text)).toBeNull();
});

test.each([identity, `Client:${identity}`, `client:client:${identity}`, "client:", "sip:a@b"])(
  "%j is no voice address of a person",
  (address) => {
    expect(profileIdOfClient(address)).toBeNull();
  },
);

test.each(["", "me", id.toUpperCase(), `${id}\n`, identity])(
  "%j is refused as a profile id",
  (text) => {
    expect(() => identityOf(text)).toThrow(TypeError);
  },
);
