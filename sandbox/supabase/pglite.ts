import { existsSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { createPgliteConnection, PGlite } from "@supabase/lite/pglite";
import { type Database, isoTimestamp, type Transaction } from "./database.ts";
import { readTemplate, writeTemplate } from "./template.ts";

/**
 * Opens PGlite on files under `dataDir`, or in memory when it is null. A new database begins as a
 * copy of `files`, if given: what `copy` of an earlier one gave.
 *
 * Lite sends the statements of a transaction one by one over the only
 * connection, so two requests at a time would end up in one transaction and run
 * under each other's role. Hence the queue: `exclusive` holds one request.
 */
export async function openPglite(
  dataDir: string | null,
  files?: Blob,
): Promise<Database & { copy(): Promise<Blob> }> {
  // Optimised WebAssembly of PostgreSQL takes 100 MB and is no faster at this load.
  for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering"]) setFlagsFromString(flag);
  const isNew = isNewDatabase(dataDir);
  const template = isNew ? (files ?? (await readTemplate("empty"))) : undefined;
  const connection = await createPgliteConnection({
    url: dataDir ?? undefined,
    pgliteOptions: {
      loadDataDir: template,
      parsers: { 1114: isoTimestamp, 1184: isoTimestamp },
      // The default of 128 MB is more than the sandbox may take in all.
      startParams: [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"],
    },
  });
  const { driver } = connection;
  await driver.waitReady;
  if (isNew && !template) await writeTemplate("empty", await driver.dumpDataDir("none"));
  await forgetRowArrays(driver);

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
    copy: () => exclusive(() => driver.dumpDataDir("none")),
    close: () => exclusive(() => connection.close()),
  };
}

/** Whether there is no database yet under `dataDir`. */
export function isNewDatabase(dataDir: string | null): boolean {
  return dataDir === null || !existsSync(join(dataDir, "PG_VERSION"));
}

/**
 * PGlite copies its list of parsers for every query. Two thirds of the list are for arrays of whole
 * rows, one for each table of the system; without them a small query takes a third less.
 */
async function forgetRowArrays(driver: PGlite): Promise<void> {
  const { rows } = await driver.query<{ oid: number }>(
    "select typarray as oid from pg_type where typtype = 'c' and typarray <> 0",
  );
  const forgotten = new Set(rows.map(({ oid }) => String(oid)));
  driver.parsers = Object.fromEntries(
    Object.entries(driver.parsers).filter(([oid]) => !forgotten.has(oid)),
  );
}
