import { percent, type Rule } from "@/lib/operations/alerts/rule";

const atLeast = 5;
const share = 0.02;

/** Webhooks that we could not take. Twilio repeats some of them; the reconciler mends the rest. */
export const webhookFailures: Rule = {
  name: "webhook-failures",
  judge: ({ webhooks, webhooks_failed: failed }) =>
    failed >= atLeast && failed >= share * webhooks
      ? [
          {
            value: failed,
            sentence: `${failed} of ${webhooks} webhooks failed in 15 minutes (${percent(failed, webhooks)}). Look for "request failed" in the log, and at the database.`,
          },
        ]
      : [],
};
