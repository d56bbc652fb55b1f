"use client";

import { useEffect, useSyncExternalStore } from "react";
import {
  type Permissions,
  permissions,
  refreshPermissions,
} from "@/lib/calls/client/permission/permissions";
import { refusalWords } from "@/lib/calls/client/permission/refusal";
import type { MatchPermission } from "@/lib/calls/client/permission/types";

const none: Permissions = {};

/** Who may call whom in a pair match; null until it is known, and in a group. */
export function usePermission(matchId: string): MatchPermission | null {
  const all = useSyncExternalStore(permissions.subscribe, permissions.getSnapshot, () => none);
  return all[matchId] ?? null;
}

/** The same for what cannot do without: a match that is new here is looked up. */
export function useNeededPermission(matchId: string): MatchPermission | null {
  const known = usePermission(matchId);
  const missing = known === null;
  useEffect(() => {
    if (missing) void refreshPermissions();
  }, [missing]);
  return known;
}

/** Why the other person of a match cannot be called, nor asked; null when they can. */
export function useWhyRefused(matchId: string): string | null {
  const known = usePermission(matchId);
  return known?.theirs === "nobody" ? refusalWords({ name: known.person.name, why: "off" }) : null;
}
