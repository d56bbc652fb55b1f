import { refusalOf } from "@/lib/calls/client/permission/refusal";
import type { MatchPermission, RefusedCall } from "@/lib/calls/client/permission/types";
import type { RoomKind } from "@/lib/calls/client/room/view";
import { createCell, type Observable } from "@/lib/cell";

/** By match id; pairs alone. Empty until they are known. */
export type Permissions = Readonly<Record<string, MatchPermission>>;

/** Something that a person is told of: they may not call, are asked, or have been answered. */
export type PermissionNews =
  | ({ what: "refused"; byServer: boolean } & RefusedCall)
  | { what: "asked" | "allowed"; matchId: string; kind: RoomKind; name: string };

const cell = createCell<Permissions>({});
const listeners = new Set<(news: PermissionNews) => void>();
let source: (() => Promise<void>) | null = null;

/** Who may call whom, as far as it is known here. */
export const permissions: Observable<Permissions> = cell;

/** Hears what a person is to be told. @returns stops listening */
export function onPermissionNews(listener: (news: PermissionNews) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells whoever listens. */
export function tellPermissionNews(news: PermissionNews): void {
  for (const listener of listeners) listener(news);
}

/**
 * Names what fills the permissions, in place of what did before.
 *
 * @param refresh - looks again; it never fails, since what is known stays
 */
export function feedPermissions(refresh: () => Promise<void>) {
  source = refresh;
  return {
    /** What was found; of a source that has been replaced it does not count. */
    fill(found: readonly MatchPermission[]) {
      if (source !== refresh) return;
      cell.update(() => Object.fromEntries(found.map((known) => [known.matchId, known])));
    },
    /** Forgets the source and what is known. */
    stop() {
      if (source === refresh) source = null;
      cell.update(() => ({}));
    },
  };
}

/** Looks again, after something was done here. */
export async function refreshPermissions(): Promise<void> {
  await source?.();
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
  tellPermissionNews({ what: "refused", byServer: false, ...refused });
  return false;
}
