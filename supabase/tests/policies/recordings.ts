import { members, ownerOnly, service, type TablePolicy } from "./policy.ts";

const ofOthers = "select id from calls where match_id = $foreign";

export const recordings: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: {
    "one of a call in which one has talked": [
      "select from recordings where call_id = $call and status = 'completed' and kind = 'call'",
      members,
    ],
    "one that has expired": ["select from recordings where status = 'absent'", service],
    "one that was deleted": ["select from recordings where status = 'deleted'", service],
    "one of others": [`select from recordings where call_id in (${ofOthers})`, service],
    "one's own voicemail": ["select from recordings where kind = 'voicemail'", ownerOnly],
  },
  insert: {
    "a recording": [
      `insert into recordings (provider_sid, call_id, kind, expires_at)
       values ('RE' || repeat('f', 32), $call, 'call', now())`,
      service,
    ],
  },
  update: {
    "that it was heard": ["update recordings set heard_at = now() where call_id = $call", service],
  },
  delete: { "a recording": ["delete from recordings where call_id = $call", service] },
};

export const recording_consents: TablePolicy = {
  columns: { select: [], insert: [], update: [] },
  select: {
    "who has agreed": ["select from recording_consents where call_id = $call", service],
  },
  insert: {
    "that one agrees": [
      `insert into recording_consents (call_id, profile_id, withdrawn_at)
       values ($call, $me, now())`,
      service,
    ],
  },
  update: {
    "that one has not agreed": [
      "update recording_consents set withdrawn_at = now() where call_id = $call",
      service,
    ],
  },
  delete: {
    "the proof": ["delete from recording_consents where call_id = $call", service],
  },
};

export const transcripts: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: {
    "of a recording of one's call": [
      `select from transcripts t join recordings r on r.id = t.recording_id
       where t.call_id = $call and r.kind = 'call' and r.status = 'completed'`,
      members,
    ],
    "of one that is gone": [
      `select from transcripts where provider_sid in ('TR' || md5($call::text || 'absent'),
         'TR' || md5($call::text || 'deleted'))`,
      service,
    ],
    "of a call of others": [`select from transcripts where call_id in (${ofOthers})`, service],
  },
  insert: {
    "a transcript": [
      `insert into transcripts (call_id, recording_sid, provider_sid)
       values ($call, 'RE' || repeat('f', 32), 'TR' || repeat('f', 32))`,
      service,
    ],
  },
  update: {
    "what was said": ["update transcripts set turns = '{}' where call_id = $call", service],
  },
  delete: { "a transcript": ["delete from transcripts where call_id = $call", service] },
};
