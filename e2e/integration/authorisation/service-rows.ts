import { callback, everybody, moderators, type Row, scheduler } from "./row.ts";
import type { Scene } from "./scene.ts";

const call = ({ callSid }: Scene) => ({ CallSid: callSid, CallStatus: "completed" });
const room = ({ roomSid }: Scene) => ({
  ...{ RoomSid: roomSid, RoomStatus: "completed", StatusCallbackEvent: "room-ended" },
  ...{ Timestamp: new Date().toISOString(), SequenceNumber: "9" },
});
const recording = ({ callSid, recordingSid }: Scene) => ({
  ...{ CallSid: callSid, RecordingSid: recordingSid, RecordingStatus: "in-progress" },
});

/** What everybody, moderators, the scheduler and Twilio may ask. */
export const serviceRows: Record<string, Row> = {
  "GET /api/health": everybody(200),
  "GET /api/health/live": everybody(200),
  "GET /api/openapi.json": everybody(200),
  "POST /api/auth/verify/start": everybody(200, ({ phone }) => ({ body: { phone } })),
  "POST /api/auth/verify/check": everybody("code_expired", () => ({
    body: { phone: "+14155550160", code: "123456" },
  })),

  "GET /api/admin/reports": moderators(200),
  "GET /api/admin/reports/{id}": moderators(200),
  "PATCH /api/admin/reports/{id}": moderators(200, () => ({ body: { action: "review" } })),

  "POST /api/twilio/voice/incoming": callback(200, (scene) => ({
    ...call(scene),
    From: "client:x",
  })),
  "POST /api/twilio/voice/status": callback(204, call),
  "POST /api/twilio/voice/dial-result": callback(200, call),
  "POST /api/twilio/voice/waiting": callback(200, call),
  "POST /api/twilio/voice/whisper": callback(200, call, ({ callSid }) => `?call=${callSid}`),
  "POST /api/twilio/voice/bridge": callback(200, call, ({ reportId }) => `?request=${reportId}`),
  "POST /api/twilio/voice/menu": callback(200, call),
  "POST /api/twilio/voice/voicemail": callback(200, call),
  "POST /api/twilio/voice/fallback": callback(200, call),
  "POST /api/twilio/voice/recording": callback(204, recording),
  "POST /api/twilio/voice/transcription": callback(204, recording),
  "POST /api/twilio/video/status": callback(204, room),

  "GET /api/cron/accounts": scheduler(200),
  "POST /api/cron/accounts": scheduler(200),
  "GET /api/cron/reconcile": scheduler(200),
  "POST /api/cron/reconcile": scheduler(200),
  "GET /api/cron/housekeeping": scheduler(200),
  "POST /api/cron/housekeeping": scheduler(200),
  "GET /api/cron/alerts": scheduler(200),
  "POST /api/cron/alerts": scheduler(200),
};
