import type { SandboxSupabase } from "../../../sandbox/supabase/server.ts";
import type { CallStatus } from "../../../sandbox/twilio/context.ts";
import type { Past } from "./scenarios.ts";
import type { Stage } from "./stage.ts";

/** Twilio tells whole seconds, by callback cut off and by REST rounded. */
const slackMs = 2_000;

interface Leg {
  sid: string | null;
  status: CallStatus;
  joined: number | null;
  left: number | null;
}

interface Row {
  sid: string;
  status: CallStatus;
  reason: string | null;
  seconds: number | null;
  answered: number | null;
  ended: number | null;
  legs: Leg[];
}

/** Between which moments something may be said to have been, in epoch ms; nulls: not at all. */
type Span = readonly [number | null, number | null];

/** A leg at Twilio; times in epoch ms. */
interface TrueLeg {
  sid: string;
  status: CallStatus;
  /** When somebody began to talk on it; null when nobody did, or it is not told. */
  from: number | null;
  to: Span;
}

interface Truth {
  legs: TrueLeg[];
  answered: number | null;
  ended: Span;
}

/** Every way in which the rows of calls differ from what the calls were at Twilio, in words. */
export async function differences(
  supabase: SandboxSupabase,
  stage: Stage,
  past: readonly Past[],
): Promise<string[]> {
  const rows = new Map((await rowsOf(supabase)).map((row) => [row.sid, row]));
  return past.flatMap((call) => {
    const row = rows.get(call.sid);
    const found = row ? compare(row, call, truthOf(stage, call.sid)) : ["there is no row"];
    return found.map((what) => `${call.scenario}, ${call.sid}: ${what}`);
  });
}

function rowsOf(supabase: SandboxSupabase): Promise<Row[]> {
  return supabase.query<Row>(`
    select c.provider_sid as sid, c.status, c.end_reason as reason, c.duration_seconds as seconds,
      (extract(epoch from c.answered_at) * 1000)::float as answered,
      (extract(epoch from c.ended_at) * 1000)::float as ended,
      (
        select jsonb_agg(jsonb_build_object(
          'sid', p.leg_sid, 'status', p.status,
          'joined', extract(epoch from p.joined_at) * 1000, 'left', extract(epoch from p.left_at) * 1000))
        from public.call_participants p where p.call_id = c.id
      ) as legs
    from public.calls c`);
}

function truthOf(stage: Stage, sid: string): Truth {
  return sid.startsWith("RM") ? truthOfRoom(stage, sid) : truthOfCall(stage, sid);
}

function truthOfRoom(stage: Stage, sid: string): Truth {
  const room = stage.roomOf(sid);
  const stays = room.everyone();
  const arrivals = new Map<string, number>();
  for (const { identity, startTime } of stays) {
    arrivals.set(identity, Math.min(startTime, arrivals.get(identity) ?? startTime));
  }
  const [, answered = null] = [...arrivals.values()].sort((one, other) => one - other);
  const last = Math.max(...stays.map(({ endTime }) => endTime ?? 0));
  return {
    legs: stays.map(({ sid, startTime, endTime }) => ({
      ...{ sid, status: "completed", from: startTime, to: at(endTime) },
    })),
    answered,
    ended: at(answered === null ? room.endTime : last),
  };
}

function truthOfCall(stage: Stage, sid: string): Truth {
  const caller = stage.callOf(sid);
  const callees = stage.childrenOf(sid).map((leg) => {
    const from = stage.twilio.farEnds.talkingSince(leg.sid);
    // Somebody has picked up, and nobody has taken the call.
    const status = leg.status === "completed" && from === null ? "no-answer" : leg.status;
    return { sid: leg.sid, status, from, to: at(leg.endTime) };
  });
  const talk = callees.find(({ from }) => from !== null);
  // A call that nobody took is over for us once nobody is rung any more, whatever is said then; one
  // that rang nobody, as soon as it is turned away.
  const rung = callees.map(({ to: [end] }) => end ?? caller.dateCreated);
  const untaken: Span = [rung.length > 0 ? Math.min(...rung) : caller.dateCreated, caller.endTime];
  const to = talk ? at(caller.endTime) : untaken;
  return {
    legs: [{ sid, status: caller.status, from: null, to }, ...callees],
    answered: talk?.from ?? null,
    ended: talk?.to ?? untaken,
  };
}

const at = (moment: number | null): Span => [moment, moment];

function compare(row: Row, { ends, reason }: Past, truth: Truth): string[] {
  const found: string[] = [];
  const expect = (what: string, is: unknown, should: unknown, holds = is === should) => {
    if (!holds) found.push(`${what} is ${is}, not ${should}`);
  };
  expect("the status", row.status, ends);
  expect("the end reason", row.reason, reason);
  expect("the answer", row.answered, truth.answered, near(row.answered, truth.answered));
  expect("the end", row.ended, truth.ended, within(row.ended, truth.ended));
  const seconds = secondsOf(truth);
  const isClose = row.seconds !== null && Math.abs(row.seconds - seconds) <= 1;
  expect("the duration", row.seconds, seconds, isClose);
  for (const leg of truth.legs) {
    const known = row.legs.find(({ sid }) => sid === leg.sid);
    expect(`the status of ${leg.sid}`, known?.status, leg.status);
    const joined = known?.joined ?? null;
    if (leg.from !== null) expect("its beginning", joined, leg.from, near(joined, leg.from));
    expect("its end", known?.left, leg.to, within(known?.left ?? null, leg.to));
  }
  return found;
}

function secondsOf({ answered, ended: [ended = null] }: Truth): number {
  return answered === null || ended === null ? 0 : Math.round((ended - answered) / 1000);
}

function near(one: number | null, other: number | null): boolean {
  return within(one, at(other));
}

function within(moment: number | null, [from, to]: Span): boolean {
  if (moment === null || from === null || to === null) return moment === to;
  return moment >= from - slackMs && moment <= to + slackMs;
}
