import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import type { Server } from "node:net";

/**
 * Starts a server.
 *
 * @param port - 0 takes a free one
 * @returns its origin, like http://127.0.0.1:54330
 * @throws the system's error, such as EADDRINUSE
 */
export async function listen(server: Server, port = 0, host = "127.0.0.1"): Promise<string> {
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No TCP address");
  return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
}

/** Stops a server with whatever it is busy with. */
export async function close(server: HttpServer): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
