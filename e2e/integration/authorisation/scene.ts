import { createHash } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { vi } from "vitest";
import { giveNumber } from "../own-numbers.ts";
import type { Person } from "../people.ts";
import type { SandboxEnv } from "../sandbox-env.ts";
import { type Actor, actors } from "./row.ts";

/** What an actor's request is about. */
export interface Scene {
  actor: Actor;
  /** Who is signed in. */
  me: Person | null;
  /** The other person: for everybody but the user, this is the user. */
  profileId: string;
  /** A pair of the two, in whatever state it is; the user's with a partner for those without one. */
  matchId: string;
  groupId: string;
  /** A text and a voice note of the user's, there. */
  messageId: string;
  noteId: string;
  /** An ended call by voice and one in a room, there; the first has a recording in the making. */
  callSid: string;
  roomSid: string;
  recordingSid: string;
  /** The user's number, with a rule. */
  numberId: string;
  ruleId: string;
  /** A report about the stranger. */
  reportId: string;
  /** A number of nobody's, for codes. */
  phone: string;
}

/** An id or SID that says of what it is, and is the same each time. */
const hex = (text: string) => createHash("md5").update(text).digest("hex");
const uuid = (text: string) =>
  hex(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");

/** The people of the matrix, and for each actor what a request of theirs is about. */
export async function makeScenes(sandbox: SandboxEnv): Promise<Record<Actor, Scene>> {
  const { supabase, makeMatch } = sandbox;
  const { query } = supabase;
  const signIn = (n: number) => sandbox.signIn(`+1415555014${n}`);
  const [user, partner, third] = [await signIn(0), await signIn(1), await signIn(2)];
  const [other, blocked, former] = [await signIn(3), await signIn(4), await signIn(5)];
  const [moderator, suspended] = [await asModerator(sandbox, await signIn(6)), await signIn(7)];
  const stale = await inThePast(() => signIn(0));

  const groupId = await makeMatch(user, partner, third, former);
  const pairs = {
    user: await makeMatch(user, partner),
    blocked: await makeMatch(user, blocked),
    former: await makeMatch(user, former),
    suspended: await makeMatch(user, suspended),
  };
  const things = {
    user: await fill(sandbox, pairs.user, user, partner),
    blocked: await fill(sandbox, pairs.blocked, user, blocked),
    former: await fill(sandbox, pairs.former, user, former),
    suspended: await fill(sandbox, pairs.suspended, user, suspended),
  };
  await query("insert into blocks values ($1, $2)", [user.id, blocked.id]);
  await query("update matches set ended_at = now() where id = $1", [pairs.former]);
  await query("update match_members set left_at = now() where match_id = $1 and profile_id = $2", [
    ...[groupId, former.id],
  ]);
  await query("update profiles set suspended_at = now() where id = $1", [suspended.id]);
  const { id: numberId } = await giveNumber(sandbox, user);
  const ruleId = uuid("rule");
  await query(
    `insert into forwarding_rules (id, number_id, condition, forward_to)
     values ($1, $2, 'always', '+14155550141')`,
    [ruleId, numberId],
  );
  const reportId = uuid("report");
  await query(
    "insert into reports (id, reporter_id, reported_id, reason) values ($1, $2, $3, 'spam')",
    [reportId, user.id, other.id],
  );

  const shared = { groupId, numberId, ruleId, reportId };
  const at = (actor: Actor, me: Person | null, place: keyof typeof things): Scene => ({
    ...{ actor, me, ...shared, ...things[place] },
    profileId: actor === "user" ? partner.id : user.id,
    phone: `+1415555015${actors.indexOf(actor)}`,
  });
  return {
    anonymous: at("anonymous", null, "user"),
    user: at("user", user, "user"),
    other: at("other", other, "user"),
    blocked: at("blocked", blocked, "blocked"),
    former: at("former", former, "former"),
    moderator: at("moderator", moderator, "user"),
    suspended: at("suspended", suspended, "suspended"),
    stale: at("stale", stale, "user"),
    cron: at("cron", null, "user"),
    twilio: at("twilio", null, "user"),
  };
}

/** Messages of the first one's, calls and a recording, in a match of two. */
async function fill({ supabase }: SandboxEnv, matchId: string, a: Person, b: Person) {
  const { query } = supabase;
  const [messageId, noteId] = [uuid(`message ${matchId}`), uuid(`note ${matchId}`)];
  const path = `${a.id}/${matchId}.${noteId}`;
  const admin = createClient(supabase.url, supabase.secretKey);
  const sound = new Blob(["sound"], { type: "audio/webm" });
  const { error } = await admin.storage
    .from("voice-notes")
    .upload(path, sound, { contentType: "audio/webm" });
  if (error) throw error;
  await query("insert into messages (id, match_id, sender_id, body) values ($1, $2, $3, 'hello')", [
    ...[messageId, matchId, a.id],
  ]);
  await query(
    `insert into messages (id, match_id, sender_id, kind, media_path, media_type, media_seconds, waveform)
     values ($1, $2, $3, 'voice_note', $4, 'audio/webm', 1, '[1]')`,
    [noteId, matchId, a.id, path],
  );
  const callSid = `CA${hex(`call ${matchId}`)}`;
  const roomSid = `RM${hex(`room ${matchId}`)}`;
  const recordingSid = `RE${hex(`recording ${matchId}`)}`;
  for (const sid of [callSid, roomSid]) {
    await query(
      `with call as (
         insert into calls (provider_sid, kind, match_id, caller_id, status, answered_at, ended_at)
         values ($1, 'voice', $2, $3, 'completed', now(), now()) returning id
       )
       insert into call_participants (call_id, leg_sid, profile_id, role, status, joined_at)
       select call.id, leg.sid, leg.person::uuid, leg.role::call_role, 'completed', now()
       from call, (values ($1, $3, 'caller'), (null, $4, 'callee')) as leg (sid, person, role)`,
      [sid, matchId, a.id, b.id],
    );
  }
  await query(
    `insert into recordings (provider_sid, call_id, kind, expires_at)
     select $1, id, 'call', now() + interval '1 day' from calls where provider_sid = $2`,
    [recordingSid, callSid],
  );
  // After the calls, which answer a request.
  await query(
    "insert into call_permission_requests (match_id, asker_id, kind) values ($1, $2, 'voice')",
    [matchId, b.id],
  );
  return { matchId, messageId, noteId, callSid, roomSid, recordingSid };
}

async function asModerator(sandbox: SandboxEnv, person: Person): Promise<Person> {
  const admin = createClient(sandbox.supabase.url, sandbox.supabase.secretKey);
  const app_metadata = { role: "moderator" };
  const { error } = await admin.auth.admin.updateUserById(person.id, { app_metadata });
  if (error) throw error;
  return sandbox.signIn(person.phone);
}

/** What happens two hours ago by the clock of this process. */
async function inThePast<T>(work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 7_200_000 });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
