import type { Scene } from "./scene.ts";

/** What the parameters of a route's path stand for in a scene, by where they are. */
export function paramsOf(path: string, scene: Scene): Record<string, string> {
  const { matchId, groupId, profileId, callSid, roomSid, recordingSid } = scene;
  const ids: [prefix: string, id: string][] = [
    ["/api/messages/{id}/audio", scene.noteId],
    ["/api/messages", scene.messageId],
    ["/api/numbers", scene.numberId],
    ["/api/call-forwarding", scene.ruleId],
    ["/api/admin/reports", scene.reportId],
    ["/api/profiles", profileId],
  ];
  const id = ids.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "";
  const ofCall = path.endsWith("/decline") ? roomSid : callSid;
  return {
    id,
    profileId,
    matchId: path.endsWith("/members") ? groupId : matchId,
    sid: path.startsWith("/api/recordings") ? recordingSid : ofCall,
  };
}
