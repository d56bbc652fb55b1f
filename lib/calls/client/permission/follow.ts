import {
  feedPermissions,
  type PermissionNews,
  permissions,
  tellPermissionNews,
} from "@/lib/calls/client/permission/permissions";
import { decodePermission, kindOf } from "@/lib/calls/client/permission/rules";
import { fieldsOf, textOf } from "@/lib/fields";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import type { Connect } from "@/lib/supabase/connect";

/**
 * Keeps the permissions in step with the database while the signed-in shell is there.
 *
 * @returns stops it
 */
export function followPermissions(connect: Connect): () => void {
  const fetchAll = async () => {
    const client = await connect();
    const { data } = await client.rpc("list_call_permissions").throwOnError();
    feed.fill(data.flatMap((row) => decodePermission(row) ?? []));
  };
  // Without an answer what is known stays: the server decides each call anyway.
  const again = () => fetchAll().catch(() => undefined);
  const feed = feedPermissions(again);
  const stops = [
    subscribeUserEvents("gap", () => void again()),
    // A call makes use of what was allowed, or answers what was asked.
    subscribeUserEvents("call", (payload) => {
      const known = permissions.getSnapshot()[textOf(fieldsOf(payload).match_id) ?? ""];
      if (known?.allowed || known?.wanted || known?.asked) void again();
    }),
    subscribeUserEvents("call-permission", (payload) => {
      void again();
      const news = readNews(payload);
      if (news) tellPermissionNews(news);
    }),
    feed.stop,
  ];
  void again();
  return () => {
    for (const stop of stops) stop();
  };
}

function readNews(payload: unknown): PermissionNews | null {
  const { what, match_id, kind: written, name: text, outcome } = fieldsOf(payload);
  const [matchId, kind, name] = [textOf(match_id), kindOf(written), textOf(text)];
  if (!matchId || !kind || !name) return null;
  if (what === "asked" || what === "allowed") return { what, matchId, kind, name };
  if (what !== "refused") return null;
  const why = outcome === "not_allowed" ? "off" : "ask";
  return { what, byServer: true, matchId, kind, name, why };
}
