import type { MatchPermission } from "@/lib/calls/client/permission/types";
import type { RoomKind } from "@/lib/calls/client/room/view";
import { fieldsOf, textOf } from "@/lib/fields";
import { Constants } from "@/lib/supabase/database.types";

const permissions = Constants.public.Enums.call_permission;

const oneOf = <T>(choices: readonly T[], value: unknown) => choices.find((c) => c === value);

/** A kind of call as rows and broadcasts write it; a telephone call is one by voice. */
export function kindOf(value: unknown): RoomKind | null {
  if (value === "phone") return "voice";
  return value === "voice" || value === "video" ? value : null;
}

/** A row of `list_call_permissions`; null when it is none. */
export function decodePermission(value: unknown): MatchPermission | null {
  const row = fieldsOf(value);
  const [matchId, id] = [textOf(row.match_id), textOf(row.profile_id)];
  const name = textOf(row.display_name);
  const [mine, theirs] = [oneOf(permissions, row.mine), oneOf(permissions, row.theirs)];
  if (!matchId || !id || !name || !mine || !theirs) return null;
  return {
    matchId,
    person: { id, name },
    mine,
    theirs,
    asked: kindOf(row.asked),
    allowed: kindOf(row.allowed),
    wanted: kindOf(row.wanted),
  };
}
