import { percent, type Rule } from "@/lib/operations/alerts/rule";

const atLeast = 10;
const share = 0.3;

/** Countries where codes are asked for and not used: the mark of SMS pumping, or texts get lost there. */
export const signInConversion: Rule = {
  name: "sign-in-conversion",
  judge: ({ sign_in }) =>
    sign_in
      .filter(({ asked, approved }) => asked >= atLeast && approved < share * asked)
      .map(({ country, asked, approved }) => ({
        subject: country || "e-mail",
        value: Math.round((100 * approved) / asked),
        sentence: `Of ${asked} people who were sent a code in an hour (${country || "by e-mail"}) ${approved} came in (${percent(approved, asked)}). Somebody may be pumping codes, or they do not arrive: look at verification_attempts, and at Verify in Twilio's console.`,
      })),
};
