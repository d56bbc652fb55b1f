import { createPostgresConnection } from "@supabase/lite/postgres";
import { type Database, isoTimestamp, type Transaction } from "./database.ts";

/** What a transaction throws to be rolled back on purpose. */
class Rehearsed extends Error {}

/** Opens a PostgreSQL server by its `postgres://` address; connections are pooled, nothing queues. */
export async function openPostgres(url: string): Promise<Database> {
  const timestamp = (oid: number) => ({
    to: oid,
    from: [oid],
    serialize: (value: string) => value,
    parse: isoTimestamp,
  });
  // Lite has written JSON by then; the driver would write it again, and a list become a text.
  const json = (oid: number) => ({
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  });
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      onnotice: () => {},
      types: {
        timestamp: timestamp(1114),
        timestamptz: timestamp(1184),
        json: json(114),
        jsonb: json(3802),
      },
    },
  });
  const { driver } = connection;
  const over = (client: Pick<typeof driver, "unsafe">): Transaction => ({
    query: async <T>(text: string, params: unknown[] = []) =>
      Array.from(await client.unsafe<T[] & object[]>(text, params as never[])),
    script: async (text) => void (await client.unsafe(text)),
  });
  async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const [result] = await driver.begin(async (tx) => [{ value: await work(over(tx)) }]);
    return result.value;
  }

  return {
    connection,
    ...over(driver),
    exclusive: (work) => work(),
    transaction,
    async rehearse(work) {
      const rehearsed = new Rehearsed();
      let outcome: { value: Awaited<ReturnType<typeof work>> } | undefined;
      await transaction(async (tx) => {
        outcome = { value: await work(tx) };
        throw rehearsed;
      }).catch((error: unknown) => {
        if (error !== rehearsed) throw error;
      });
      if (!outcome) throw new Error("The rehearsal ended without a result.");
      return outcome.value;
    },
    listen: async (channel, handler) => void (await driver.listen(channel, handler)),
    close: () => connection.close(),
  };
}
