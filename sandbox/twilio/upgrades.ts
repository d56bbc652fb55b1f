import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

/**
 * Takes WebSockets on the given paths and refuses any other.
 * @param handlers what opens a socket, by path
 * @returns stops taking them; those that are open stay so
 */
export function acceptSockets(
  server: Server,
  handlers: Readonly<Record<string, (socket: WebSocket) => void>>,
): () => void {
  const sockets = new WebSocketServer({ noServer: true });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = URL.parse(request.url ?? "", "http://localhost")?.pathname ?? "";
    const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
    if (handler) sockets.handleUpgrade(request, socket, head, handler);
    else socket.destroy();
  };
  server.on("upgrade", onUpgrade);
  return () => {
    server.off("upgrade", onUpgrade);
    sockets.close();
  };
}
