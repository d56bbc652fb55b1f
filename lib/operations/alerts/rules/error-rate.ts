import { percent, type Rule } from "@/lib/operations/alerts/rule";

const atLeast = 10;
const share = 0.05;

/** Requests that we answered with a failure of ours, pages among them. */
export const errorRate: Rule = {
  name: "error-rate",
  judge: ({ requests, failed }) =>
    failed >= atLeast && failed >= share * requests
      ? [
          {
            value: Math.round((100 * failed) / requests),
            sentence: `${failed} of ${requests} requests failed in 15 minutes (${percent(failed, requests)}). /api/health says which service does not answer; request_counts says which routes.`,
          },
        ]
      : [],
};
