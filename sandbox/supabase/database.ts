import { setFlagsFromString } from "node:v8";
import type { Connection } from "@supabase/lite";
import { createPgliteConnection, PGlite } from "@supabase/lite/pglite";
import { createPostgresConnection } from "@supabase/lite/postgres";

export interface Transaction {
  query<T>(text: string, params?: unknown[]): Promise<T[]>;
  /** Runs several statements; gives back nothing. */
  script(text: string): Promise<void>;
}

export interface Transactional extends Transaction {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** One database under Lite, the auth admin routes and Realtime. All methods act as superuser. */
export interface Database extends Transactional {
  connection: Connection;
  /** A transaction that is rolled back whatever `work` gives back. */
  rehearse<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Calls `handler` with the payload of each NOTIFY on `channel`, in commit order. */
  listen(channel: string, handler: (payload: string) => void): Promise<void>;
  /** Keeps everybody else off the database while `work` runs, where they would share a connection. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** `2026-11-20 22:03:37.357+00` as PostgREST writes it: `2026-11-20T22:03:37.357+00:00`. */
export function isoTimestamp(text: string): string {
  return text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
}

/**
 * Opens PGlite on files under `dataDir`, or in memory when it is null.
 *
 * Lite sends the statements of a transaction one by one over the only
 * connection, so two requests at a time would end up in one transaction and run
 * under each other's role. Hence the queue: `exclusive` holds one request.
 */
export async function openPglite(dataDir: string | null): Promise<Database> {
  // Optimised WebAssembly of PostgreSQL takes 100 MB and is no faster at this load.
  for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) setFlagsFromString(flag);
  const connection = await createPgliteConnection({
    url: dataDir ?? undefined,
    pgliteOptions: {
      parsers: { 1114: isoTimestamp, 1184: isoTimestamp },
      // The default of 128 MB is more than the sandbox may take in all.
      startParams: [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"],
    },
  });
  const { driver } = connection;
  await driver.waitReady;

  let last: Promise<unknown> = Promise.resolve();
  function exclusive<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  }
  const over = (client: Pick<PGlite, "query" | "exec">): Transaction => ({
    query: async <T>(text: string, params?: unknown[]) =>
      (await client.query<T>(text, params)).rows,
    script: async (text) => void (await client.exec(text)),
  });
  const direct = over(driver);

  return {
    connection,
    exclusive,
    query: (text, params) => exclusive(() => direct.query(text, params)),
    script: (text) => exclusive(() => direct.script(text)),
    transaction: (work) => exclusive(() => driver.transaction((tx) => work(over(tx)))),
    rehearse: (work) =>
      exclusive(() =>
        driver.transaction(async (tx) => {
          const result = await work(over(tx));
          await tx.rollback();
          return result;
        }),
      ),
    listen: async (channel, handler) => void (await driver.listen(channel, handler)),
    close: () => exclusive(() => connection.close()),
  };
}

class Rehearsed extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super("rolled back on purpose");
    this.result = result;
  }
}

/** Opens a PostgreSQL server by its `postgres://` address; connections are pooled, nothing queues. */
export async function openPostgres(url: string): Promise<Database> {
  const timestamp = (oid: number) => ({
    to: oid,
    from: [oid],
    serialize: (value: string) => value,
    parse: isoTimestamp,
  });
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      onnotice: () => {},
      types: { timestamp: timestamp(1114), timestamptz: timestamp(1184) },
    },
  });
  const { driver } = connection;
  const over = (client: Pick<typeof driver, "unsafe">): Transaction => ({
    query: async <T>(text: string, params: unknown[] = []) =>
      Array.from(await client.unsafe<T[] & object[]>(text, params as never[])),
    script: async (text) => void (await client.unsafe(text)),
  });
  const transaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    let result: { value: T } | undefined;
    await driver.begin(async (tx) => {
      result = { value: await work(over(tx)) };
    });
    if (!result) throw new Error("The transaction ended without a result.");
    return result.value;
  };

  return {
    connection,
    ...over(driver),
    exclusive: (work) => work(),
    transaction,
    rehearse: async <T>(work: (tx: Transaction) => Promise<T>) => {
      let outcome: { value: T } | undefined;
      try {
        await transaction(async (tx) => {
          outcome = { value: await work(tx) };
          throw new Rehearsed(outcome);
        });
      } catch (error) {
        if (!(error instanceof Rehearsed)) throw error;
      }
      if (!outcome) throw new Error("The rehearsal ended without a result.");
      return outcome.value;
    },
    listen: async (channel, handler) => void (await driver.listen(channel, handler)),
    close: () => connection.close(),
  };
}
