import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import jwt from "jsonwebtoken";
import { close, listen } from "../../sandbox/listen.ts";

/** How a service is gone: it refuses connections, or takes them and says nothing. */
type Absence = "dead" | "silent";

export interface DeadServices {
  /** Where Supabase and Twilio should be. */
  url: string;
  /** A session that is valid by what the app can check itself. */
  accessToken: string;
  become(absence: Absence): void;
  close(): Promise<void>;
}

/**
 * Stands where Supabase and Twilio should be. Only the keys of sessions come from it, which the app
 * has as a rule fetched while all was well; everything else gets no answer.
 */
export async function startDeadServices(): Promise<DeadServices> {
  let absence: Absence = "dead";
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = {
    ...publicKey.export({ format: "jwk" }),
    kid: "of-the-test",
    alg: "ES256",
    use: "sig",
  };
  const server = createServer((request, response) => {
    if (request.url?.endsWith("/jwks.json")) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ keys: [key] }));
      return;
    }
    if (absence === "dead") request.socket.destroy();
  });
  const url = await listen(server);
  const claims = {
    ...{ sub: randomUUID(), role: "authenticated", aud: "authenticated", session_id: randomUUID() },
    ...{ iss: `${url}/auth/v1`, app_metadata: { role: "moderator" } },
  };
  return {
    url,
    accessToken: jwt.sign(claims, privateKey, {
      ...{ algorithm: "ES256", keyid: key.kid, expiresIn: "1h" },
    }),
    become: (next) => {
      absence = next;
    },
    close: () => close(server),
  };
}
