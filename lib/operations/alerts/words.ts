import type { Database } from "@/lib/supabase/database.types";

export type Alert = Database["public"]["Functions"]["claim_alerts"]["Returns"][number];

/** What an alert says to people, as a line in a chat. */
export function alertText(alert: Alert): string {
  const name = alert.subject ? `${alert.rule} (${alert.subject})` : alert.rule;
  if (!alert.resolved_at) return `Duet: ${name} is firing. ${alert.sentence}`;
  const lasted = Date.parse(alert.resolved_at) - Date.parse(alert.since);
  const minutes = Math.max(1, Math.round(lasted / 60_000));
  const spell = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return `Duet: ${name} is over after ${spell}. It was: ${alert.sentence}`;
}
