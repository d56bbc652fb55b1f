import type { Rule } from "@/lib/operations/alerts/rule";

/** @param limit - in the account's currency */
export function spendPerHour(limit: number): Rule {
  return {
    name: "spend-per-hour",
    judge({ spent_last_hour: spent, currency }) {
      if (spent === null) return null;
      if (spent <= limit) return [];
      const sentence = `Twilio cost ${spent.toFixed(2)} ${currency} in the last hour; the limit is ${limit}. Look at the usage in Twilio's console by category, and at the calls and codes of the last hour.`;
      return [{ value: Number(spent.toFixed(2)), sentence }];
    },
  };
}
