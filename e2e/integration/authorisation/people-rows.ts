import { randomUUID } from "node:crypto";
import { type People, people, type Row } from "./row.ts";

const png = { headers: { "content-type": "image/png" }, rawBody: "no picture" };
const sound = { headers: { "content-type": "audio/webm" }, rawBody: "no sound" };
const endpoint = "https://fcm.googleapis.com/fcm/send/matrix";
const keys = { p256dh: "B".repeat(87), auth: "a".repeat(22) };
const strangersFindNothing: People = {
  user: 200,
  other: "not_found",
  blocked: "not_found",
  former: "not_found",
};

/** People, matches, messages and accounts. What ends something comes last. */
export const peopleRows: Record<string, Row> = {
  "GET /api/discover": people(200),
  "PUT /api/discover/preferences": people(200, () => ({ body: {} })),
  "GET /api/profiles/{id}/picture": people({
    ...{ user: 200, other: 200, blocked: "not_found", former: "not_found" },
  }),
  "PUT /api/profile/picture": people("unsupported_media_type", () => png),
  "DELETE /api/profile/picture": people(200),
  "POST /api/likes": people(
    { user: 200, other: 200, blocked: "not_found", former: "not_found" },
    ({ profileId }) => ({ body: { profileId, kind: "pass" } }),
  ),
  "DELETE /api/likes/{profileId}": people(200),
  "POST /api/presence/away": people(200),

  "POST /api/push/subscriptions": people(200, () => ({ body: { endpoint, keys } })),
  "DELETE /api/push/subscriptions": people(200, () => ({ body: { endpoint } })),
  "POST /api/push/test": people(200),

  "POST /api/messages/voice-notes": people(
    {
      ...{ user: "unsupported_media_type", other: "not_reachable" },
      ...{ blocked: "not_reachable", former: "not_reachable" },
    },
    ({ matchId }) => ({ path: `?id=${randomUUID()}&matchId=${matchId}&waveform=1`, ...sound }),
  ),
  "GET /api/messages/{id}/audio": people(strangersFindNothing),
  "POST /api/messages/{id}/notify": people(200),
  "DELETE /api/messages/{id}": people(strangersFindNothing),

  "POST /api/matches": people("invalid_request", ({ matchId }) => ({
    body: { matchIds: [matchId] },
  })),
  "POST /api/matches/{matchId}/members": people(strangersFindNothing, ({ matchId }) => ({
    body: { matchIds: [matchId] },
  })),

  "POST /api/reports": people(200, ({ profileId }) => ({ body: { profileId, reason: "spam" } })),
  "POST /api/blocks": people(200, ({ profileId }) => ({ body: { profileId } })),
  "DELETE /api/blocks/{profileId}": people(200),
  "POST /api/matches/{matchId}/leave": people({
    ...{ user: 200, other: "not_found", blocked: 200, former: 200 },
  }),
  "GET /api/account/export": people({
    ...{ user: 200, other: 200, blocked: 200, former: 200, suspended: 200 },
  }),
  "DELETE /api/account": people(
    { user: 200, other: 200, blocked: 200, former: 200, suspended: 200 },
    () => ({ body: { confirm: "delete my account" } }),
  ),
  "POST /api/account/keep": people({
    ...{ user: 200, other: 200, blocked: 200, former: 200, suspended: 200 },
  }),
  "POST /api/auth/signout": people(
    { user: 200, other: 200, blocked: 200, former: 200, suspended: 200 },
    () => ({ body: {} }),
  ),
};
