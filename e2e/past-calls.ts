import { randomBytes } from "node:crypto";
import { database, must, type Person } from "./people.ts";

interface PastCall {
  matchId: string;
  caller: Person;
  callee: Person;
  kind?: "voice" | "video" | "phone";
  /** Talk time in seconds; without it nobody answered. */
  seconds?: number;
  minutesAgo: number;
}

/** Makes a call that is over, as its row and its legs would tell of it. @returns its sid */
export async function pastCall({ kind = "voice", minutesAgo, seconds, ...of }: PastCall) {
  const sid = (letters: string) => `${letters}${randomBytes(16).toString("hex")}`;
  const [room, leg] = kind === "video" ? ["RM", "PA"] : ["CA", "CA"];
  const start = Date.now() - minutesAgo * 60_000;
  const at = (second: number) => new Date(start + second * 1000).toISOString();
  const provider_sid = sid(room);
  const answered = seconds !== undefined;
  const ended_at = at(10 + (seconds ?? 0));
  const call = must(
    await database
      .from("calls")
      .insert({
        ...{ provider_sid, kind, match_id: of.matchId, caller_id: of.caller.id },
        ...{ started_at: at(0), ended_at, duration_seconds: seconds ?? 0 },
        ...(answered
          ? { status: "completed", end_reason: "hangup", answered_at: at(10) }
          : { status: "no-answer", end_reason: "no-answer" }),
      })
      .select("id")
      .single(),
  );
  const common = { call_id: call.id, left_at: ended_at };
  must(
    await database
      .from("call_participants")
      .insert([
        {
          ...{ ...common, profile_id: of.caller.id, role: "caller", status: "completed" },
          ...{ leg_sid: kind === "video" ? sid(leg) : provider_sid, joined_at: at(0) },
        },
        {
          ...{ ...common, profile_id: of.callee.id, role: "callee", leg_sid: sid(leg) },
          ...(answered
            ? { status: "completed", joined_at: at(10) }
            : { status: "no-answer", joined_at: null }),
        },
      ])
      .select("id"),
  );
  return provider_sid;
}
