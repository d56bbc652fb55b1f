import { callerName } from "@/lib/calls/client/caller-name";
import type { RoomPerson } from "@/lib/calls/client/room/view";

/** Who is who in a room. */
export interface People {
  /** `Someone` until the name is known, or for good when this person may not know it. */
  nameOf(profileId: string): string;
  know(people: readonly RoomPerson[]): void;
}

/** @param onName - hears that a name has come that was asked for */
export function createPeople(onName: () => void): People {
  const names = new Map<string, string>();
  const asked = new Set<string>();

  /** Somebody who joined the group after this page had its members. */
  async function ask(profileId: string) {
    asked.add(profileId);
    try {
      const name = await callerName(profileId);
      if (name === null) return;
      names.set(profileId, name);
      onName();
    } catch {
      asked.delete(profileId);
    }
  }

  return {
    nameOf(profileId) {
      const name = names.get(profileId);
      if (name === undefined && !asked.has(profileId)) void ask(profileId);
      return name ?? "Someone";
    },
    know(people) {
      for (const { id, name } of people) names.set(id, name);
    },
  };
}
