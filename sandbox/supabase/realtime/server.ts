import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { roleOfKey } from "../keys.ts";
import type { RealtimeContext } from "./channel.ts";
import { deliverDatabaseMessages } from "./database-messages.ts";
import { serveSocket } from "./socket.ts";

export interface Realtime {
  close(): void;
}

/** Serves Realtime's WebSocket on `server` and delivers what the database broadcasts. */
export async function startRealtime(server: Server, context: RealtimeContext): Promise<Realtime> {
  await deliverDatabaseMessages(context);
  const sockets = new WebSocketServer({ noServer: true });

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? "/", "http://localhost");
    const apiKey = url.searchParams.get("apikey") ?? "";
    const refusal =
      url.pathname !== "/realtime/v1/websocket"
        ? "404 Not Found"
        : roleOfKey(apiKey)
          ? null
          : "401 Unauthorized";
    if (refusal) {
      stream.end(`HTTP/1.1 ${refusal}\r\nconnection: close\r\n\r\n`);
      return;
    }
    const version = url.searchParams.get("vsn") === "2.0.0" ? "2.0.0" : "1.0.0";
    sockets.handleUpgrade(request, stream, head, (socket) =>
      serveSocket(socket, version, apiKey, context),
    );
  }

  server.on("upgrade", upgrade);
  return {
    close() {
      server.off("upgrade", upgrade);
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}
