import type { RealtimeContext } from "./channel.ts";

interface MessageRow {
  id: string;
  topic: string;
  event: string;
  payload: unknown;
  private: boolean;
}

/**
 * Delivers each row inserted into realtime.messages (`realtime.send`,
 * `realtime.broadcast_changes`) to the members of its topic, in commit order.
 */
export async function deliverDatabaseMessages(context: RealtimeContext): Promise<void> {
  const { database, topics } = context;
  const announced: string[] = [];
  let delivering = false;

  async function deliver(): Promise<void> {
    if (delivering) return;
    delivering = true;
    try {
      while (announced.length > 0) {
        const rows = await database.query<MessageRow>(
          `select m.id, m.topic, m.event, m.payload, m.private
           from unnest($1::uuid[]) with ordinality as wanted (id, position)
           join realtime.messages m using (id) order by wanted.position`,
          [announced.splice(0)],
        );
        for (const { id, topic, event, payload, private: isPrivate } of rows) {
          topics.broadcast(topic, isPrivate, { type: "broadcast", event, payload, meta: { id } });
        }
      }
    } finally {
      delivering = false;
    }
  }

  await database.listen("realtime_messages", (id) => {
    announced.push(id);
    deliver().catch((error: unknown) => console.error("Realtime could not deliver:", error));
  });
}
