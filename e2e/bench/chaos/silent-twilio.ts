import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { close, listen } from "../../../sandbox/listen.ts";
import { createApp } from "../../../sandbox/twilio/app.ts";
import { systemClock } from "../../../sandbox/twilio/calls/clock.ts";
import { CallEngine } from "../../../sandbox/twilio/calls/engine.ts";
import type { TwilioContext } from "../../../sandbox/twilio/context.ts";
import { Recordings } from "../../../sandbox/twilio/recordings/recordings.ts";
import { roomReporter } from "../../../sandbox/twilio/rooms/report.ts";
import { Rooms } from "../../../sandbox/twilio/rooms/rooms.ts";
import type { RunningTwilio } from "../../../sandbox/twilio/server.ts";
import { Transcriptions } from "../../../sandbox/twilio/transcriptions/transcriptions.ts";
import { FarEnds } from "./far-ends.ts";
import { HeldPost } from "./held-post.ts";

/** A Twilio whose calls are real but for the media: engine, rooms, TwiML and REST are the sandbox's. */
export interface SilentTwilio {
  url: string;
  context: TwilioContext;
  engine: CallEngine;
  farEnds: FarEnds;
  /** Where its notifications wait. */
  post: HeldPost;
  close(): Promise<void>;
}

/**
 * Starts it beside a sandbox's Twilio, whose account and numbers it takes over. Requests for TwiML go
 * to the app as always; notifications are held.
 *
 * @param port - 0 takes a free one
 */
export async function startSilentTwilio(
  { context: base }: RunningTwilio,
  port: number,
): Promise<SilentTwilio> {
  const server = createServer();
  const url = await listen(server, port);
  const post = new HeldPost(base.callbacks);
  const farEnds = new FarEnds();
  const clock = systemClock;
  // Nobody listens to what is said.
  const config = { ...base.config, speechCharactersPerSecond: 100_000 };
  const told = { config, callbacks: post, changed: () => {}, log: base.log };
  const shared = {
    recordings: new Recordings(told, clock),
    transcriptions: new Transcriptions(told, clock),
    rooms: new Rooms(clock, roomReporter(told)),
  };
  const fetchFile = () => Promise.reject(new Error("Nothing is played here."));
  const engine = new CallEngine({ ...base, ...told, ...shared, fetchFile }, clock, (address) =>
    farEnds.endpointOf(address),
  );
  const context: TwilioContext = { ...base, ...shared, baseUrl: url, calls: engine };
  server.on("request", getRequestListener(createApp(context).fetch));
  return {
    url,
    context,
    engine,
    farEnds,
    post,
    async close() {
      context.rooms.close();
      server.closeAllConnections();
      await close(server);
    },
  };
}
