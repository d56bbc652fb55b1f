import { decodePermission, kindOf, refusalOf } from "@/lib/calls/client/permission/rules";
import type { MatchPermission, RefusedCall } from "@/lib/calls/client/permission/types";
import type { RoomKind } from "@/lib/calls/client/room/view";
import { createCell, type Observable } from "@/lib/cell";
import { fieldsOf, textOf } from "@/lib/fields";
import { subscribeUserEvents } from "@/lib/realtime/user-channel";
import type { Connect } from "@/lib/supabase/connect";

/** By match id; pairs alone. Empty until they are known. */
export type Permissions = Readonly<Record<string, MatchPermission>>;

/** Something that a person is told of: they may not call, are asked, or have been answered. */
export type PermissionNews =
  | ({ what: "refused"; byServer: boolean } & RefusedCall)
  | { what: "asked" | "allowed"; matchId: string; kind: RoomKind; name: string };

const cell = createCell<Permissions>({});
const listeners = new Set<(news: PermissionNews) => void>();
let refresh: (() => Promise<void>) | null = null;

/** Who may call whom, as far as it is known here. */
export const permissions: Observable<Permissions> = cell;

/** Hears what a person is to be told. @returns stops listening */
export function onPermissionNews(listener: (news: PermissionNews) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Keeps the permissions in step with the database while the signed-in shell is there.
 *
 * @returns stops it
 */
export function followPermissions(connect: Connect): () => void {
  const fetchAll = async () => {
    const client = await connect();
    const { data } = await client.rpc("list_call_permissions").throwOnError();
    const rows = data.flatMap((row) => decodePermission(row) ?? []);
    if (refresh === again) cell.update(() => Object.fromEntries(rows.map((r) => [r.matchId, r])));
  };
  // Without an answer what is known stays: the server decides each call anyway.
  const again = () => fetchAll().catch(() => undefined);
  refresh = again;
  const stops = [
    subscribeUserEvents("gap", () => void again()),
    // A call makes use of what was allowed, or answers what was asked.
    subscribeUserEvents("call", (payload) => {
      const known = cell.getSnapshot()[textOf(fieldsOf(payload).match_id) ?? ""];
      if (known?.allowed || known?.wanted || known?.asked) void again();
    }),
    subscribeUserEvents("call-permission", (payload) => {
      void again();
      const news = readNews(payload);
      if (news) tell(news);
    }),
  ];
  void again();
  return () => {
    for (const stop of stops) stop();
    if (refresh === again) refresh = null;
    cell.update(() => ({}));
  };
}

/** Looks again, after something was done here. */
export async function refreshPermissions(): Promise<void> {
  await refresh?.();
}

/**
 * Whether a call may be begun, as far as is known here; if not, whoever listens is told. A match
 * that is not known yet is left to the server.
 */
export async function mayBegin(matchId: string | null, kind: RoomKind): Promise<boolean> {
  if (matchId === null) return true;
  if (!cell.getSnapshot()[matchId]) await refreshPermissions();
  const known = cell.getSnapshot()[matchId];
  const refused = known && refusalOf(known, kind);
  if (!refused) return true;
  tell({ what: "refused", byServer: false, ...refused });
  return false;
}

function tell(news: PermissionNews) {
  for (const listener of listeners) listener(news);
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
