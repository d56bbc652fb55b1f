import { service, signedInWithProfile, type TablePolicy } from "./policy.ts";

const withMatches = signedInWithProfile.filter((actor) => actor !== "stranger");

export const voice_note_plays: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: {
    "what one has played": ["select from voice_note_plays where profile_id = $me", withMatches],
    "what the other has played": [
      "select from voice_note_plays where profile_id = $other",
      service,
    ],
  },
  insert: {
    "that one has played a note": [
      `insert into voice_note_plays (message_id, profile_id) values ($message, $me)`,
      service,
    ],
  },
  update: { "when it was": ["update voice_note_plays set played_at = now()", service] },
  delete: { "that one has": ["delete from voice_note_plays where profile_id = $me", service] },
};
