import { ownerOnly, service, type TablePolicy } from "./policy.ts";

export const likes: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: {
    "whom the owner liked": ["select from likes where liker_id = $owner", ownerOnly],
    "who liked the owner": [
      "select from likes where liked_id = $owner and liker_id <> $me",
      service,
    ],
  },
  insert: {
    "a like of one's own": [
      "insert into likes (liker_id, liked_id, kind) values ($me, $bystander, 'like')",
      service,
    ],
  },
  update: {
    "a pass into a like": ["update likes set kind = 'like' where liker_id = $owner", service],
  },
  delete: { "the owner's like": ["delete from likes where liker_id = $owner", service] },
};

export const discovery_preferences: TablePolicy = {
  columns: { select: "all", insert: [], update: [] },
  select: {
    "where the owner is": [
      "select latitude from discovery_preferences where profile_id = $owner",
      ownerOnly,
    ],
  },
  insert: {
    "one's own": ["insert into discovery_preferences (profile_id) values ($me)", service],
  },
  update: {
    "where one is": [
      "update discovery_preferences set latitude = 1, longitude = 1 where profile_id = $owner",
      service,
    ],
  },
  delete: {
    "the owner's": ["delete from discovery_preferences where profile_id = $owner", service],
  },
};
