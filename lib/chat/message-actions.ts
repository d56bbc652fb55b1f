import type { Cell } from "@/lib/cell";
import { type ThreadState, withDeleted, withReaction } from "@/lib/chat/thread-state";
import { fieldsOf, textOf } from "@/lib/fields";
import { type ApiFailure, callApi } from "@/lib/http/call-api";
import type { Connect } from "@/lib/supabase/connect";

/** What a person does to a message that is there. */
export interface MessageActions {
  /** Answers with an emoji, or takes the answer back with null; shown at once. False: not saved. */
  react: (messageId: string, emoji: string | null) => Promise<boolean>;
  /** Takes back a message of one's own, for everybody. Null when it is done. */
  remove: (messageId: string) => Promise<ApiFailure | null>;
  /** Somebody's reaction has been told. */
  hearReaction: (payload: unknown) => void;
}

interface MessageActionsDeps {
  connect: Connect;
  cell: Cell<ThreadState>;
  viewerId: string;
}

/** The actions of the viewer in one thread. */
export function createMessageActions({
  connect,
  cell,
  viewerId,
}: MessageActionsDeps): MessageActions {
  // One after the other, so that the last choice is the one that stays.
  let work: Promise<unknown> = Promise.resolve();

  const current = (messageId: string) =>
    cell
      .getSnapshot()
      .messages.find(({ id }) => id === messageId)
      ?.reactions?.find(({ profileId }) => profileId === viewerId)?.emoji ?? null;
  const show = (messageId: string, profileId: string, emoji: string | null) =>
    cell.update((state) => withReaction(state, messageId, { profileId, emoji }));

  async function save(messageId: string, emoji: string | null) {
    try {
      const client = await connect();
      const { error } = await client.rpc("react", {
        p_message_id: messageId,
        ...(emoji && { p_emoji: emoji }),
      });
      return error === null;
    } catch {
      // The client's code did not load.
      return false;
    }
  }

  return {
    async react(messageId, emoji) {
      const before = current(messageId);
      show(messageId, viewerId, emoji);
      const saving = work.then(() => save(messageId, emoji));
      work = saving;
      const saved = await saving;
      if (!saved && current(messageId) === emoji) show(messageId, viewerId, before);
      return saved;
    },
    async remove(messageId) {
      const answer = await callApi("DELETE", `/api/messages/${messageId}`);
      if (!answer.ok) return answer.error;
      cell.update((state) => withDeleted(state, messageId));
      return null;
    },
    hearReaction(payload) {
      const { message_id, profile_id, emoji } = fieldsOf(payload);
      const [messageId, profileId] = [textOf(message_id), textOf(profile_id)];
      if (messageId && profileId) show(messageId, profileId, textOf(emoji));
    },
  };
}
