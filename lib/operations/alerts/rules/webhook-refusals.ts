import { percent, type Rule } from "@/lib/operations/alerts/rule";

const atLeast = 3;
const many = 20;

/** Webhooks without a valid signature: most of them ours turned away, or many made up by somebody. */
export const webhookRefusals: Rule = {
  name: "webhook-refusals",
  judge({ webhooks, webhooks_refused: refused }) {
    const isOurFault = refused >= atLeast && refused >= webhooks / 2;
    if (!isOurFault && refused < many) return [];
    const sentence = isOurFault
      ? `${refused} of ${webhooks} webhooks in 15 minutes had no valid signature: PUBLIC_URL or TWILIO_AUTH_TOKEN is probably not what Twilio has.`
      : `${refused} of ${webhooks} webhooks in 15 minutes (${percent(refused, webhooks)}) had no valid signature. Calls work: somebody is making them up.`;
    return [{ value: refused, sentence }];
  },
};
