import { expect, test } from "vitest";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { clientIp } from "@/lib/api/client-ip";

setPlainEnv({ TRUSTED_PROXIES: "2" });

const from = (forwarded?: string) =>
  clientIp(
    new Request("https://duet.example", {
      headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    }),
  );

test("the address is the one that the outermost of two trusted proxies saw", () => {
  expect(from("198.51.100.7, 10.0.0.1")).toBe("198.51.100.7");
  expect(from("6.6.6.6, 198.51.100.7, 10.0.0.1")).toBe("198.51.100.7");
});

test("fewer hops than proxies, or none, still give something to count", () => {
  expect(from("198.51.100.7")).toBe("198.51.100.7");
  expect(from("")).toBe("unknown");
  expect(from()).toBe("unknown");
});

test.each([
  ["198.51.100.7:50123", "198.51.100.7"],
  ["[2001:db8::7]:50123", "2001:db8::7"],
  ["[2001:db8::7]", "2001:db8::7"],
  ["2001:db8::7", "2001:db8::7"],
])("%s is one client, whatever port it comes from", (hop, address) => {
  expect(from(`${hop}, 10.0.0.1`)).toBe(address);
});
