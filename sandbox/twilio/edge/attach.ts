import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { type Clock, systemClock } from "../calls/clock.ts";
import type { EngineBase } from "../context.ts";
import { VoiceEdge } from "./edge.ts";

/** The SDK gives a socket up after 15 s of silence. */
const heartbeatMs = 10_000;

export interface AttachedEdge {
  edge: VoiceEdge;
  /** Ends every call and socket. */
  close(): void;
}

/**
 * Starts the call engine and takes the upgrades on `/signal`; other paths are left to others.
 */
export function attachVoiceEdge(
  server: Server,
  context: EngineBase,
  clock: Clock = { ...systemClock, now: context.now },
): AttachedEdge {
  const edge = new VoiceEdge(context, clock);
  const sockets = new WebSocketServer({ noServer: true });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (URL.parse(request.url ?? "", "http://localhost")?.pathname === "/signal") {
      sockets.handleUpgrade(request, socket, head, (accepted) => edge.open(accepted));
    } else if (server.listenerCount("upgrade") === 1) {
      // Nobody else is there to take it.
      socket.destroy();
    }
  };
  server.on("upgrade", onUpgrade);
  const heartbeat = setInterval(() => edge.beat(), heartbeatMs);
  return {
    edge,
    close() {
      clearInterval(heartbeat);
      server.off("upgrade", onUpgrade);
      edge.close();
      sockets.close();
    },
  };
}
