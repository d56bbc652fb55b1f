import { emojiName } from "@/lib/chat/emoji";
import { listNames, memberName } from "@/lib/chat/match-name";
import type { MatchSummary, Reaction } from "@/lib/chat/types";

/** Everybody who has answered a message with the same emoji. */
export interface ReactionGroup {
  emoji: string;
  count: number;
  /** The viewer is one of them. */
  mine: boolean;
  /** "You, Ben and Cleo". */
  who: string;
}

/** The reactions to a message by emoji, always in the same order, so that none jumps away. */
export function reactionGroups(
  reactions: readonly Reaction[],
  viewerId: string,
  match: Pick<MatchSummary, "people" | "former">,
): ReactionGroup[] {
  const byEmoji = new Map<string, string[]>();
  for (const { emoji, profileId } of reactions) {
    byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), profileId]);
  }
  return [...byEmoji]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([emoji, ids]) => {
      const mine = ids.includes(viewerId);
      const others = ids.filter((id) => id !== viewerId);
      const names = others.map((id) => ({ id, name: memberName(match, id) })).sort(byName);
      return {
        emoji,
        count: ids.length,
        mine,
        who: listNames(mine ? [{ id: viewerId, name: "You" }, ...names] : names),
      };
    });
}

/** What a group of reactions says to whoever cannot see it: "Heart from You and Ben". */
export function reactionWords({ emoji, who }: ReactionGroup): string {
  return `${emojiName(emoji)} from ${who}`;
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
