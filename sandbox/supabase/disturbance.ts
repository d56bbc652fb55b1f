import type { Socket } from "node:net";
import jwt from "jsonwebtoken";

interface Trouble {
  kind: string;
  status?: number | undefined;
}

/** Asks whether a request is to go wrong; of the subject, a fault's `match` is looked for. */
export type Disturb = (subject: string) => Trouble | undefined;

/**
 * What comes in place of an answer when a tester has switched a fault of the database on: nothing,
 * ever, or what a proxy in front of it says, without any of the headers that ours would have.
 */
export async function disturbance(
  request: Request,
  socket: Socket,
  disturb: Disturb | undefined,
): Promise<Response | null> {
  const { pathname, search } = new URL(request.url);
  const trouble = disturb?.(`${request.method} ${pathname}${search} ${whoseSession(request)}`);
  if (!trouble) return null;
  if (trouble.kind === "status")
    return new Response("Out of order", { status: trouble.status ?? 503 });
  if (trouble.kind === "drop") socket.destroy();
  return new Promise(() => {});
}

/** By what the token says. Nothing depends on it but whether a fault strikes. */
function whoseSession({ headers }: Request): string {
  const claims = jwt.decode(headers.get("authorization")?.replace(/^Bearer /i, "") ?? "");
  return String((typeof claims === "object" && claims?.sub) || "");
}
