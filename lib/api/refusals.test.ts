import { expect, test } from "vitest";
import { setPlainEnv } from "@/e2e/integration/plain-env";

setPlainEnv();
const { ApiError } = await import("@/lib/api/errors");
const { refusedAgain } = await import("@/lib/api/refusals");

const guess = (ip: string) => refusedAgain(new ApiError("unauthorized", "Not yours."), ip);

test("a machine that guesses is told to wait, though it has a network of IPv6 addresses", () => {
  for (let n = 0; n < 120; n += 1) guess(`2001:db8:1:2::${n.toString(16)}`);
  expect(guess("2001:db8:1:2:ffff::1")).toMatchObject({ code: "rate_limited" });
  expect(guess("2001:db8:1:3::1")).toMatchObject({ code: "unauthorized" });
});
