import { describe, expect, test } from "vitest";
import * as calls from "./policies/calls.ts";
import * as discovery from "./policies/discovery.ts";
import * as limits from "./policies/limits.ts";
import * as matches from "./policies/matches.ts";
import * as numbers from "./policies/numbers.ts";
import * as operations from "./policies/operations.ts";
import * as people from "./policies/people.ts";
import * as permissions from "./policies/permissions.ts";
import type { TablePolicy } from "./policies/policy.ts";
import * as push from "./policies/push.ts";
import * as reactions from "./policies/reactions.ts";
import * as recordings from "./policies/recordings.ts";
import * as reports from "./policies/reports.ts";
import * as telephones from "./policies/telephones.ts";
import * as traffic from "./policies/traffic.ts";
import * as voiceNotes from "./policies/voice-notes.ts";
import { actAs } from "./support/actors.ts";
import { countRows, whoMay } from "./support/attempts.ts";
import { testDatabase } from "./support/database.ts";
import { makeDiscovery } from "./support/discovery.ts";
import { makeOperations } from "./support/operations.ts";
import { makePermissions } from "./support/permissions.ts";
import { makePush } from "./support/push.ts";
import { makeReactions } from "./support/reactions.ts";
import { makeRecordings } from "./support/recordings.ts";
import { makeReports } from "./support/reports.ts";
import { makeTelephones } from "./support/telephones.ts";
import { makeVoiceNotes } from "./support/voice-notes.ts";
import { makeWorld, matchId, personId } from "./support/world.ts";

const policies: Record<string, TablePolicy> = {
  ...people,
  ...matches,
  ...calls,
  ...discovery,
  ...limits,
  ...numbers,
  ...operations,
  ...permissions,
  ...push,
  ...reactions,
  ...recordings,
  ...telephones,
  ...reports,
  ...traffic,
  ...voiceNotes,
};

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await makePush(fresh);
  await makeReactions(fresh);
  await makeRecordings(fresh);
  await makeTelephones(fresh);
  await makeDiscovery(fresh);
  await makeReports(fresh);
  await makePermissions(fresh);
  await makeVoiceNotes(fresh);
  await makeOperations(fresh);
  await fresh.script(countRows);
});

test("every table has its policy stated here, and row level security on", async () => {
  const tables = await database().query<{ name: string; secured: boolean }>(
    `select relname as name, relrowsecurity as secured
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
  );
  expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(policies).sort());
  expect(tables.filter(({ secured }) => !secured)).toEqual([]);
});

describe.for(Object.entries(policies))("%s", ([table, policy]) => {
  describe.for(["select", "insert", "update", "delete"] as const)("%s", (verb) => {
    test.for(Object.entries(policy[verb]))("%s", async ([, [sql, may]]) => {
      expect(await whoMay(database(), sql)).toEqual(may);
    });
  });

  test.for(["select", "insert", "update"] as const)("columns to %s", async (verb) => {
    const columns = await database().query<{ name: string; anon: boolean; authenticated: boolean }>(
      `select attname as name,
         has_column_privilege('anon', attrelid, attnum, $2) as anon,
         has_column_privilege('authenticated', attrelid, attnum, $2) as authenticated
       from pg_attribute
       where attrelid = ('public.' || $1)::regclass and attnum > 0 and not attisdropped
       order by attname`,
      [table, verb],
    );
    const all = columns.map(({ name }) => name);
    const stated = policy.columns[verb];
    expect(columns.filter((column) => column.authenticated).map(({ name }) => name)).toEqual(
      stated === "all" ? all : stated,
    );
    expect(columns.filter((column) => column.anon)).toEqual([]);
  });
});

test.for([null, "", " \n\t"])("a text of %j is no message", async (body) => {
  const insert = "insert into messages (match_id, sender_id, body) values ($1, $2, $3)";
  await expect(
    database().query(insert, [matchId("member"), personId("owner"), body]),
  ).rejects.toThrow(/check constraint/);
});

test("who has proven a number makes their profile, and nobody makes it for them", async () => {
  const newcomer = personId("newcomer");
  const makeAs = (actor: "newcomer" | "stranger") =>
    database().rehearse(async (tx) => {
      await tx.query("insert into private_profiles (id, phone) values ($1, '+14155559999')", [
        newcomer,
      ]);
      await actAs(tx, actor);
      return tx.query(
        "insert into profiles (id, display_name, birth_date) values ($1, 'New', '1990-01-01') returning id",
        [newcomer],
      );
    });
  expect(await makeAs("newcomer")).toEqual([{ id: newcomer }]);
  await expect(makeAs("stranger")).rejects.toThrow(/row-level security/);
});
