import "server-only";
import { z } from "zod";
import { Constants, type Json } from "@/lib/supabase/database.types";

const { recording_kind, recording_status } = Constants.public.Enums;

/** A recording as the API shows it to who may hear it. */
export const recordingView = z.object({
  sid: z.string().describe("RecordingSid"),
  kind: z.enum(recording_kind),
  callSid: z.string().nullable().describe("Null when the call is not yours to see any more"),
  from: z
    .object({ profileId: z.uuid(), name: z.string() })
    .nullable()
    .describe("Who left the voicemail, or the other one in the call; null for anybody unknown"),
  status: z.enum(recording_status),
  durationSeconds: z.number().int().nullable(),
  channels: z.number().int().describe("2: the caller's voice is in the first"),
  startedAt: z.string(),
  heardAt: z.string().nullable(),
  expiresAt: z.string().describe("When it is deleted"),
  transcript: z
    .object({
      status: z.enum(["in-progress", "completed", "failed"]),
      turns: z.array(
        z.object({
          profileId: z.uuid().nullable(),
          name: z.string().nullable(),
          text: z.string(),
          at: z.number().describe("Seconds from the start"),
        }),
      ),
    })
    .nullable(),
});
export type RecordingView = z.infer<typeof recordingView>;

interface Named {
  id: string;
  display_name: string;
}

/** A recording with its call, as the database shows them to who may hear it. */
export interface RecordingRow {
  provider_sid: string;
  kind: RecordingView["kind"];
  status: RecordingView["status"];
  channels: number;
  duration_seconds: number | null;
  started_at: string;
  heard_at: string | null;
  expires_at: string;
  call: {
    provider_sid: string;
    caller: Named | null;
    participants: { role: "caller" | "callee"; profile: Named | null }[];
  } | null;
  transcripts: { status: string; turns: Json }[];
}

const turns = z.record(
  z.string(),
  z.object({
    text: z.string(),
    said_at: z.string().nullish(),
    profile_id: z.string().nullable(),
  }),
);
const transcriptStatus = z.enum(["in-progress", "completed", "failed"]);

/** Puts a recording's row into the API's words, for the person of this id. */
export function presentRecording(row: RecordingRow, profileId: string): RecordingView {
  const people = new Map<string, string>();
  for (const profile of [row.call?.caller, ...(row.call?.participants ?? []).map((p) => p.profile)])
    if (profile) people.set(profile.id, profile.display_name);
  const { caller } = row.call ?? {};
  const other =
    row.kind === "voicemail" ? caller : firstOther(row.call?.participants ?? [], profileId);
  const from = other && other.id !== profileId ? other : null;
  return {
    sid: row.provider_sid,
    kind: row.kind,
    callSid: row.call?.provider_sid ?? null,
    from: from && { profileId: from.id, name: from.display_name },
    status: row.status,
    durationSeconds: row.duration_seconds,
    channels: row.channels,
    startedAt: row.started_at,
    heardAt: row.heard_at,
    expiresAt: row.expires_at,
    transcript: presentTranscript(row, people, row.kind === "voicemail" ? from : null),
  };
}

function firstOther(participants: { profile: Named | null }[], profileId: string): Named | null {
  return (
    participants.map(({ profile }) => profile).find((one) => one && one.id !== profileId) ?? null
  );
}

/** @param only - who alone can have spoken */
function presentTranscript(
  row: RecordingRow,
  people: ReadonlyMap<string, string>,
  only: Named | null,
): RecordingView["transcript"] {
  const [transcript] = row.transcripts;
  if (!transcript) return null;
  const start = Date.parse(row.started_at);
  const said = Object.entries(turns.parse(transcript.turns)).map(([number, turn]) => {
    const speaker = turn.profile_id ?? only?.id ?? null;
    const seconds = turn.said_at ? (Date.parse(turn.said_at) - start) / 1000 : 0;
    return {
      number: Number(number),
      profileId: speaker,
      name: (speaker && people.get(speaker)) ?? null,
      text: turn.text,
      at: Math.max(0, Math.round(seconds * 10) / 10),
    };
  });
  said.sort((a, b) => a.at - b.at || a.number - b.number);
  return {
    status: transcriptStatus.parse(transcript.status),
    turns: said.map(({ number: _, ...turn }) => turn),
  };
}
