import { expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { callSid, makeWorld, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);

/** How often the whole of a table is read, where anything else will do. */
async function wholeReads(table: string, sql: string, as?: string): Promise<number> {
  return database().transaction(async (tx) => {
    await tx.query("set local enable_seqscan = off");
    if (as) {
      await tx.query("select set_config('request.jwt.claims', $1, true)", [
        JSON.stringify({ sub: as, role: "authenticated" }),
      ]);
      await tx.query("set local role authenticated");
    }
    const read = async () => {
      const [row] = await tx.query<{ reads: number }>(
        "select seq_scan::integer as reads from pg_stat_xact_all_tables where relname = $1",
        [table],
      );
      return row?.reads ?? 0;
    };
    const before = await read();
    await tx.query(sql);
    return (await read()) - before;
  });
}

const page = "order by started_at desc, id desc limit 31";
const search = "p_search => 'member', p_kind => 'voice', p_outcome => 'missed'";
test.each([
  ["the calls that a person can see", "calls", `select id from calls ${page}`, personId("owner")],
  ["a person's list of calls", "call_history", "select list_calls(31)", personId("owner")],
  [
    "a person's missed calls",
    "call_history",
    `select list_calls(31, ${search})`,
    personId("owner"),
  ],
  ["a call", "call_history", `select find_call('${callSid(1)}')`, personId("owner")],
  [
    "a month of calls",
    "call_history",
    "select call_figures(current_date - 29, current_date, 'UTC')",
    personId("owner"),
  ],
  [
    "who took part in a call",
    "calls",
    `select id from call_participants where leg_sid = '${callSid(1)}'`,
    personId("owner"),
  ],
  [
    "what is said about a recording",
    "calls",
    `select record_recording('RE${"0".repeat(32)}', '${callSid(1)}', 'call', 'completed', 30)`,
  ],
  [
    "a turn of a transcript",
    "calls",
    `select record_transcript('GT${"0".repeat(32)}', '${callSid(1)}', 'RE${"0".repeat(32)}', 'in-progress')`,
  ],
  ["consent", "calls", `select agree_to_recording('${callSid(1)}', true, '${personId("owner")}')`],
])("%s does not read all the %s", async (_what, table, sql, as?) => {
  expect(await wholeReads(table, sql, as)).toBe(0);
});
