import { App, setExperimental } from "@supabase/lite";
import type { Database } from "./database.ts";
import { quoteNumbers } from "./filters.ts";
import { publishableKey, secretKey } from "./keys.ts";
import { asPostgrestError } from "./postgrest-errors.ts";
import { quietly } from "./quiet.ts";
import { asSingleRow } from "./single-row.ts";
import type { StorageAdapter } from "./storage/adapter.ts";
import type { Tokens } from "./tokens.ts";

/** A one-time code that Lite would have sent by e-mail. */
interface OneTimeCode {
  tokenHash: string;
  code: string;
}

export interface Lite {
  /** Answers a request with Lite, taking access tokens as the sandbox issues them. */
  fetch(request: Request): Promise<Response>;
  /** Runs `work` and gives back the sign-in code that Lite sent to `email` meanwhile. */
  takeCode(email: string): OneTimeCode | undefined;
}

export async function startLite(options: {
  database: Database;
  storage: StorageAdapter;
  tokens: Tokens;
  liteSecret: string;
  accessTokenSeconds: number;
}): Promise<Lite> {
  const { database, tokens } = options;
  const { connection } = database;
  connection.normalizeDbError = asPostgrestError;
  // Before its first request Lite would grant the API roles everything on every
  // schema with policies, and undo the grants that the migrations chose.
  Reflect.set(connection, "rlsState", "active");
  setExperimental("storage", true);

  const codes = new Map<string, OneTimeCode>();
  const keep = async (email: string, tokenHash: string, code: string) => {
    codes.set(email, { tokenHash, code });
  };
  const app = new App({
    connection,
    auth: {
      enabled: true,
      publishable_key: publishableKey,
      secret_key: secretKey,
      jwt_secret: options.liteSecret,
      jwt_expiry: options.accessTokenSeconds,
      enable_refresh_token_rotation: true,
    },
    storage: { enabled: true, file_size_limit: "50MiB" },
  });
  app._storageAdapter = options.storage;
  app._mailer = {
    sendMagicLink: keep,
    sendConfirmation: keep,
    sendRecovery: keep,
    sendEmailChange: keep,
    sendReauthentication: (email, code, meta) => keep(email, meta?.tokenHash ?? "", code),
  };
  await database.listen("pgrst", () => {
    connection.clearSchemaCache().catch((error: unknown) => console.error(error));
  });
  await quietly(async () => {
    await app.init();
    return new Response();
  });

  return {
    async fetch(request) {
      const translated = await translate(request, tokens);
      const answer = () => quietly(async () => app.fetch(translated));
      return asSingleRow(request, await database.exclusive(answer));
    },
    takeCode(email) {
      const code = codes.get(email.toLowerCase());
      codes.delete(email.toLowerCase());
      return code;
    },
  };
}

/** Reads the body to its end, so that a slow client does not hold the database. */
async function translate(request: Request, tokens: Tokens): Promise<Request> {
  const headers = new Headers(request.headers);
  const [, jwt] = /^Bearer (\S+\.\S+\.\S+)$/.exec(headers.get("authorization") ?? "") ?? [];
  if (jwt) {
    const claims = tokens.verify(jwt, { acceptExpired: true });
    headers.set("authorization", `Bearer ${tokens.toLite(claims)}`);
  }
  const body = request.body ? await request.arrayBuffer() : undefined;
  if (body) headers.set("content-length", String(body.byteLength));
  return new Request(quoteNumbers(request.url), { method: request.method, headers, body });
}
