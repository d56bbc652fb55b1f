import { expect, test } from "vitest";
import { resendDelaySeconds } from "@/lib/auth/resend";

test("each further code takes longer to ask for", () => {
  expect([0, 1, 2, 3, 4, 5].map(resendDelaySeconds)).toEqual([0, 30, 60, 120, 300, 300]);
});
