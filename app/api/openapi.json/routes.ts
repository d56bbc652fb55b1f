import * as accountExport from "@/app/api/account/export/route";
import * as accountKeep from "@/app/api/account/keep/route";
import * as account from "@/app/api/account/route";
import * as adminReport from "@/app/api/admin/reports/[id]/route";
import * as adminReports from "@/app/api/admin/reports/route";
import * as signout from "@/app/api/auth/signout/route";
import * as verifyCheck from "@/app/api/auth/verify/check/route";
import * as verifyStart from "@/app/api/auth/verify/start/route";
import * as block from "@/app/api/blocks/[profileId]/route";
import * as blocks from "@/app/api/blocks/route";
import * as forwardingRule from "@/app/api/call-forwarding/[id]/route";
import * as forwardingToggle from "@/app/api/call-forwarding/[id]/toggle/route";
import * as forwarding from "@/app/api/call-forwarding/route";
import * as callConnection from "@/app/api/calls/[sid]/connection/route";
import * as callDecline from "@/app/api/calls/[sid]/decline/route";
import * as callHangup from "@/app/api/calls/[sid]/hangup/route";
import * as callRecording from "@/app/api/calls/[sid]/recording/route";
import * as call from "@/app/api/calls/[sid]/route";
import * as callCheck from "@/app/api/calls/check/route";
import * as calls from "@/app/api/calls/route";
import * as callStats from "@/app/api/calls/stats/route";
import * as cronAccounts from "@/app/api/cron/accounts/route";
import * as cronAlerts from "@/app/api/cron/alerts/route";
import * as cronHousekeeping from "@/app/api/cron/housekeeping/route";
import * as cronReconcile from "@/app/api/cron/reconcile/route";
import * as discoveryPreferences from "@/app/api/discover/preferences/route";
import * as discover from "@/app/api/discover/route";
import * as live from "@/app/api/health/live/route";
import * as health from "@/app/api/health/route";
import * as like from "@/app/api/likes/[profileId]/route";
import * as likes from "@/app/api/likes/route";
import * as matchCallPermission from "@/app/api/matches/[matchId]/call-permission/route";
import * as matchCallRequests from "@/app/api/matches/[matchId]/call-requests/route";
import * as matchLeave from "@/app/api/matches/[matchId]/leave/route";
import * as matchMembers from "@/app/api/matches/[matchId]/members/route";
import * as matchRelay from "@/app/api/matches/[matchId]/relay/route";
import * as matches from "@/app/api/matches/route";
import * as messageAudio from "@/app/api/messages/[id]/audio/route";
import * as messageNotify from "@/app/api/messages/[id]/notify/route";
import * as message from "@/app/api/messages/[id]/route";
import * as voiceNotes from "@/app/api/messages/voice-notes/route";
import * as numberRoute from "@/app/api/numbers/[id]/route";
import * as availableNumbers from "@/app/api/numbers/available/route";
import * as numbers from "@/app/api/numbers/route";
import * as openapi from "@/app/api/openapi.json/route";
import * as presenceAway from "@/app/api/presence/away/route";
import * as ownPicture from "@/app/api/profile/picture/route";
import * as profilePicture from "@/app/api/profiles/[id]/picture/route";
import * as pushSubscriptions from "@/app/api/push/subscriptions/route";
import * as pushTest from "@/app/api/push/test/route";
import * as recording from "@/app/api/recordings/[sid]/route";
import * as recordings from "@/app/api/recordings/route";
import * as reports from "@/app/api/reports/route";
import * as videoStatus from "@/app/api/twilio/video/status/route";
import * as videoToken from "@/app/api/twilio/video/token/route";
import * as voiceBridge from "@/app/api/twilio/voice/bridge/route";
import * as voiceDialResult from "@/app/api/twilio/voice/dial-result/route";
import * as voiceFallback from "@/app/api/twilio/voice/fallback/route";
import * as voiceIncoming from "@/app/api/twilio/voice/incoming/route";
import * as voiceMenu from "@/app/api/twilio/voice/menu/route";
import * as voiceRecording from "@/app/api/twilio/voice/recording/route";
import * as voiceStatus from "@/app/api/twilio/voice/status/route";
import * as voiceToken from "@/app/api/twilio/voice/token/route";
import * as voiceTranscription from "@/app/api/twilio/voice/transcription/route";
import * as voiceVoicemail from "@/app/api/twilio/voice/voicemail/route";
import * as voiceWaiting from "@/app/api/twilio/voice/waiting/route";
import * as voiceWhisper from "@/app/api/twilio/voice/whisper/route";
import type { RouteTable } from "@/lib/api/openapi";

/** Every route of the API, in the order of the reference; a test finds those that are missing. */
export const routes: RouteTable = {
  "/api/auth/verify/start": verifyStart,
  "/api/auth/verify/check": verifyCheck,
  "/api/auth/signout": signout,
  "/api/discover": discover,
  "/api/discover/preferences": discoveryPreferences,
  "/api/likes": likes,
  "/api/likes/{profileId}": like,
  "/api/blocks": blocks,
  "/api/blocks/{profileId}": block,
  "/api/reports": reports,
  "/api/admin/reports": adminReports,
  "/api/admin/reports/{id}": adminReport,
  "/api/matches": matches,
  "/api/matches/{matchId}/members": matchMembers,
  "/api/matches/{matchId}/leave": matchLeave,
  "/api/matches/{matchId}/call-permission": matchCallPermission,
  "/api/matches/{matchId}/call-requests": matchCallRequests,
  "/api/matches/{matchId}/relay": matchRelay,
  "/api/messages/voice-notes": voiceNotes,
  "/api/messages/{id}": message,
  "/api/messages/{id}/audio": messageAudio,
  "/api/profile/picture": ownPicture,
  "/api/profiles/{id}/picture": profilePicture,
  "/api/twilio/voice/token": voiceToken,
  "/api/twilio/voice/incoming": voiceIncoming,
  "/api/twilio/voice/status": voiceStatus,
  "/api/twilio/voice/dial-result": voiceDialResult,
  "/api/twilio/voice/waiting": voiceWaiting,
  "/api/twilio/voice/whisper": voiceWhisper,
  "/api/twilio/voice/bridge": voiceBridge,
  "/api/twilio/voice/menu": voiceMenu,
  "/api/twilio/voice/voicemail": voiceVoicemail,
  "/api/twilio/voice/fallback": voiceFallback,
  "/api/twilio/voice/recording": voiceRecording,
  "/api/twilio/voice/transcription": voiceTranscription,
  "/api/twilio/video/token": videoToken,
  "/api/twilio/video/status": videoStatus,
  "/api/calls": calls,
  "/api/calls/stats": callStats,
  "/api/calls/check": callCheck,
  "/api/calls/{sid}": call,
  "/api/calls/{sid}/hangup": callHangup,
  "/api/calls/{sid}/connection": callConnection,
  "/api/calls/{sid}/recording": callRecording,
  "/api/calls/{sid}/decline": callDecline,
  "/api/numbers/available": availableNumbers,
  "/api/numbers": numbers,
  "/api/numbers/{id}": numberRoute,
  "/api/call-forwarding": forwarding,
  "/api/call-forwarding/{id}": forwardingRule,
  "/api/call-forwarding/{id}/toggle": forwardingToggle,
  "/api/recordings": recordings,
  "/api/recordings/{sid}": recording,
  "/api/push/subscriptions": pushSubscriptions,
  "/api/push/test": pushTest,
  "/api/presence/away": presenceAway,
  "/api/messages/{id}/notify": messageNotify,
  "/api/account": account,
  "/api/account/export": accountExport,
  "/api/account/keep": accountKeep,
  "/api/cron/accounts": cronAccounts,
  "/api/cron/alerts": cronAlerts,
  "/api/cron/housekeeping": cronHousekeeping,
  "/api/cron/reconcile": cronReconcile,
  "/api/health": health,
  "/api/health/live": live,
  "/api/openapi.json": openapi,
};
