import "./no-telemetry.ts";
import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { listen } from "../listen.ts";
import { boot } from "./boot.ts";
import type { Database } from "./database.ts";
import { type Disturb, disturbance } from "./disturbance.ts";
import { createHttp } from "./http.ts";
import { publishableKey, secretKey } from "./keys.ts";
import { startLite } from "./lite.ts";
import { openMigrated } from "./open-migrated.ts";
import { openPostgres } from "./postgres.ts";
import { type Realtime, startRealtime } from "./realtime/server.ts";
import { Topics } from "./realtime/topics.ts";
import { closedProject, type ProjectSettings } from "./settings.ts";
import { createStorageAdapter } from "./storage/adapter.ts";
import { type Claims, createTokens } from "./tokens.ts";

export interface SandboxSupabase {
  url: string;
  publishableKey: string;
  secretKey: string;
  settings: ProjectSettings;
  /** Runs one statement as superuser, past every policy: for demo data and tests. */
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
  /** Runs several statements as superuser. */
  script(sql: string): Promise<void>;
  /** Calls back with each broadcast on a private topic; returns the unsubscriber. */
  onBroadcast(topic: string, listener: (event: string, payload: unknown) => void): () => void;
  close(): Promise<void>;
}

export interface SupabaseOptions {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** Directory of the database's and Storage's files; null keeps both in memory. */
  dataDir: string | null;
  /** `postgres://` address of a server to use in place of PGlite. */
  postgresUrl?: string;
  migrationsDir: string;
  seedFile?: string;
  /** Life of an access token; an hour unless given. */
  accessTokenSeconds?: number;
  /** Whether an access token counts as expired before its time. */
  isOutdated?: (claims: Claims) => boolean;
  /** What happens to a request to the database in place of an answer. */
  disturb?: Disturb;
}

/**
 * Starts a stand-in for a hosted Supabase project: PostgREST, GoTrue, Storage
 * and Realtime on one port.
 *
 * @throws Error when the port is taken (code EADDRINUSE) or a migration fails
 */
export async function startSupabase(options: SupabaseOptions): Promise<SandboxSupabase> {
  const { dataDir } = options;
  const settings = { ...closedProject };
  // Listening comes first: a second sandbox must not open the files of the first.
  const handler = Promise.withResolvers<(request: Request) => Response | Promise<Response>>();
  const server = createServer(
    getRequestListener(
      async (request, { incoming }) =>
        (await disturbance(request, incoming.socket, options.disturb)) ??
        (await handler.promise)(request),
      { overrideGlobalObjects: false },
    ),
  );
  const url = await listen(server, options.port, options.host);

  let database: Database | undefined;
  let realtime: Realtime;
  const topics = new Topics();
  try {
    database = options.postgresUrl
      ? await openPostgres(options.postgresUrl)
      : await openMigrated(dataDir && join(dataDir, "database"), options.migrationsDir);
    const secrets = await boot(database, options);
    const tokens = createTokens({
      ...secrets,
      issuer: `${url}/auth/v1`,
      isOutdated: options.isOutdated,
    });
    const lite = await startLite({
      database,
      tokens,
      liteSecret: secrets.liteSecret,
      accessTokenSeconds: options.accessTokenSeconds ?? 3600,
      storage: createStorageAdapter(dataDir && join(dataDir, "storage")),
    });
    realtime = await startRealtime(server, { database, tokens, topics, settings });
    const http = createHttp({ database, lite, tokens, topics, settings });
    handler.resolve((request) => http.fetch(request));
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await database?.close();
    throw error;
  }

  const { query, script, close } = database;
  return {
    url,
    publishableKey,
    secretKey,
    settings,
    query,
    script,
    onBroadcast: (topic, listener) => topics.listen(topic, listener),
    async close() {
      realtime.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await close();
    },
  };
}
