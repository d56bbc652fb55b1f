import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";

/**
 * Takes the SDK's quality reports, which nobody reads here: it wants a session before it sends
 * them, and tries again for long without.
 */
export function takeReports(socket: WebSocket): void {
  socket.once("message", () => {
    socket.send(JSON.stringify({ type: "connected", session: randomUUID(), version: 1 }));
  });
}
