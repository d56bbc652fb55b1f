import { expect, test } from "vitest";
import { startSignIn } from "@/e2e/integration/sign-in";

const { start, messages } = await startSignIn({ TWILIO_VERIFY_CHANNELS: "sms" });
const { verifyChannels } = await import("@/lib/auth/verify-channels");

test("only configured channels are offered", () => {
  expect(verifyChannels()).toEqual(["sms"]);
});

test.each(["voice", "whatsapp"])(
  "%s is refused by name where it is not set up",
  async (channel) => {
    const answer = await start("+14155550130", { body: { channel } });
    expect(answer).toMatchObject({
      status: 400,
      json: {
        error: { code: "channel_not_available", fields: { channel: "is not one of: sms" } },
      },
    });
    expect(messages("+14155550130")).toEqual([]);
  },
);

test("so is e-mail", async () => {
  const answer = await start("", { body: { phone: undefined, email: "ada@people.example" } });
  expect(answer).toMatchObject({ status: 400, json: { error: { code: "channel_not_available" } } });
  expect(messages("ada@people.example")).toEqual([]);
});
