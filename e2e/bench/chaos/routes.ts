import type { AppServer } from "../../integration/app-server.ts";

/** Puts every route that calls need behind the address of the app, in this process. */
export function serveCalls({ serve }: Pick<AppServer, "serve">): void {
  serve({
    "/api/twilio/voice/incoming": () => import("../../../app/api/twilio/voice/incoming/route.ts"),
    "/api/twilio/voice/status": () => import("../../../app/api/twilio/voice/status/route.ts"),
    "/api/twilio/voice/dial-result": () =>
      import("../../../app/api/twilio/voice/dial-result/route.ts"),
    "/api/twilio/voice/whisper": () => import("../../../app/api/twilio/voice/whisper/route.ts"),
    "/api/twilio/voice/bridge": () => import("../../../app/api/twilio/voice/bridge/route.ts"),
    "/api/twilio/voice/waiting": () => import("../../../app/api/twilio/voice/waiting/route.ts"),
    "/api/twilio/voice/fallback": () => import("../../../app/api/twilio/voice/fallback/route.ts"),
    "/api/twilio/video/token": () => import("../../../app/api/twilio/video/token/route.ts"),
    "/api/twilio/video/status": () => import("../../../app/api/twilio/video/status/route.ts"),
    "/api/twilio/voice/voicemail": () => import("../../../app/api/twilio/voice/voicemail/route.ts"),
    "/api/blocks": () => import("../../../app/api/blocks/route.ts"),
    "/api/calls": () => import("../../../app/api/calls/route.ts"),
    "/api/calls/[sid]/hangup": () => import("../../../app/api/calls/[sid]/hangup/route.ts"),
    "/api/calls/[sid]/decline": () => import("../../../app/api/calls/[sid]/decline/route.ts"),
    "/api/cron/reconcile": () => import("../../../app/api/cron/reconcile/route.ts"),
    "/api/matches/[matchId]/relay": () =>
      import("../../../app/api/matches/[matchId]/relay/route.ts"),
  });
}
