import { type People, people, type Row } from "./row.ts";

const own: People = { user: 200, other: "not_found", blocked: 200, former: 200 };
const strangersFindNothing: People = {
  user: 200,
  other: "not_found",
  blocked: "not_found",
  former: "not_found",
};
const ownersAlone = strangersFindNothing;

/** Calls, recordings and numbers. */
export const callRows: Record<string, Row> = {
  "PATCH /api/matches/{matchId}/call-requests": people(strangersFindNothing, () => ({
    body: { allow: false },
  })),
  "PUT /api/matches/{matchId}/call-permission": people(strangersFindNothing, () => ({
    body: { permission: "voice" },
  })),
  "POST /api/matches/{matchId}/call-requests": people(strangersFindNothing, () => ({
    body: { kind: "voice" },
  })),
  "DELETE /api/matches/{matchId}/call-requests": people(strangersFindNothing),

  "GET /api/twilio/voice/token": people(200),
  "POST /api/twilio/voice/token": people(200, () => ({ body: {} })),
  "POST /api/twilio/video/token": people(
    { user: 200, other: "not_reachable", blocked: "not_reachable", former: "not_reachable" },
    ({ matchId }) => ({ body: { room: matchId } }),
  ),
  "GET /api/calls": people(200),
  "GET /api/calls/stats": people(200, () => ({ path: "?from=2026-11-01&to=2026-11-20" })),
  "POST /api/calls/check": people("number_not_allowed", () => ({ body: { to: "+16505550123" } })),
  "POST /api/calls": people(
    { user: "phone_calls_off", other: "not_found", blocked: "not_found", former: "not_found" },
    ({ matchId }) => ({ body: { matchId } }),
  ),
  // A call of one's own stays in one's history whatever became of the other.
  "GET /api/calls/{sid}": people(own),
  "PUT /api/calls/{sid}/connection": people(own, () => ({ body: { level: 4 } })),
  "POST /api/calls/{sid}/hangup": people(own),
  "POST /api/calls/{sid}/decline": people(own),
  "POST /api/calls/{sid}/recording": people(
    { user: "call_over", other: "not_found", blocked: "call_over", former: "call_over" },
    () => ({ body: { agree: true } }),
  ),
  "POST /api/matches/{matchId}/relay": people(strangersFindNothing),

  "GET /api/recordings": people(200),
  // It is there for who may hear it, but not finished.
  "GET /api/recordings/{sid}": people({ ...strangersFindNothing, user: "conflict" }),
  "DELETE /api/recordings/{sid}": people({ ...strangersFindNothing, user: "conflict" }),

  "GET /api/numbers": people(200),
  "GET /api/numbers/available": people(200, () => ({ path: "?country=US" })),
  "POST /api/numbers": people("invalid_phone", () => ({ body: { phoneNumber: "12" } })),
  "PUT /api/numbers/{id}": people(ownersAlone, () => ({ body: { name: "Mine" } })),
  "GET /api/call-forwarding": people(ownersAlone, ({ numberId }) => ({
    path: `?numberId=${numberId}`,
  })),
  "POST /api/call-forwarding": people(ownersAlone, ({ numberId }) => ({
    body: { numberId, condition: "busy", forwardTo: "+14155550142" },
  })),
  "PUT /api/call-forwarding/{id}": people(ownersAlone, () => ({ body: { ringTimeout: 20 } })),
  "PATCH /api/call-forwarding/{id}/toggle": people(ownersAlone, () => ({ body: {} })),
  "DELETE /api/call-forwarding/{id}": people(ownersAlone),
  "DELETE /api/numbers/{id}": people(ownersAlone),
};
