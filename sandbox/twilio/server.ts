import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type TwilioSandboxConfig, twilioDefaults } from "../config.ts";
import { close, listen } from "../listen.ts";
import { createApp } from "./app.ts";
import { Callbacks } from "./callbacks.ts";
import { systemClock } from "./calls/clock.ts";
import type { EngineBase, Topic, TwilioContext } from "./context.ts";
import { startVoiceEdge } from "./edge/start.ts";
import { Faults } from "./faults.ts";
import { ApiKeys } from "./keys.ts";
import { Numbers } from "./numbers/numbers.ts";
import { Phones } from "./phones/phones.ts";
import { Recordings } from "./recordings/recordings.ts";
import { configuredApplication } from "./rest/applications.ts";
import { roomReporter } from "./rooms/report.ts";
import { Rooms } from "./rooms/rooms.ts";
import { LiveTranscriptions } from "./transcriptions/live-transcriptions.ts";
import { Transcriptions } from "./transcriptions/transcriptions.ts";
import { acceptSockets } from "./upgrades.ts";
import { VideoEdge } from "./video-edge/edge.ts";
import { takeReports } from "./video-edge/insights.ts";

export interface TwilioOptions {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  config?: Partial<TwilioSandboxConfig>;
  /** Milliseconds since the epoch; the system's clock when absent. */
  now?: () => number;
  /** Those of the sandbox's Supabase too; of its own when absent. */
  faults?: Faults;
  log?: (line: string) => void;
}

export interface RunningTwilio {
  url: string;
  config: TwilioSandboxConfig;
  context: TwilioContext;
  /** Where rooms are joined. */
  video: VideoEdge;
  close(): Promise<void>;
}

function createBase(baseUrl: string, options: TwilioOptions): EngineBase {
  const config = { ...twilioDefaults, ...options.config };
  const now = options.now ?? Date.now;
  const listeners = new Set<(topic: Topic) => void>();
  const changed = (topic: Topic) => {
    for (const listener of listeners) listener(topic);
  };
  const faults = options.faults ?? new Faults(now);
  faults.onChange(() => changed("faults"));
  const application = configuredApplication(config.twimlAppSid, config.publicUrl, now());
  const callbacks = new Callbacks({
    authToken: config.authToken,
    faults,
    now,
    changed: () => changed("deliveries"),
  });
  const clock = { ...systemClock, now };
  const log = options.log ?? ((line) => console.error(line));
  return {
    config,
    baseUrl,
    faults,
    keys: new ApiKeys(config, now),
    callbacks,
    applications: new Map([[application.sid, application]]),
    numbers: new Numbers(config, now, () => changed("numbers")),
    phones: new Phones(config.phones, () => changed("phones")),
    recordings: new Recordings({ config, callbacks, changed, log }, clock),
    transcriptions: new Transcriptions({ config, callbacks, changed }, clock),
    liveTranscriptions: new LiveTranscriptions({ config, callbacks, changed }, clock),
    rooms: new Rooms(clock, roomReporter({ config, callbacks, changed })),
    now,
    changed,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    log,
  };
}

/**
 * Starts the sandbox's Twilio: REST, webhooks, phones and console on one port.
 * Rejects with the system's error, such as EADDRINUSE.
 */
export async function startTwilio(options: TwilioOptions): Promise<RunningTwilio> {
  const server = createServer();
  const url = await listen(server, options.port, options.host);
  const base = createBase(url, options);
  const voice = startVoiceEdge(base);
  const video = new VideoEdge(base, { ...systemClock, now: base.now });
  const refuseSockets = acceptSockets(server, {
    "/signal": (socket) => voice.edge.open(socket),
    "/signaling": (socket) => video.open(socket),
    "/v1/VideoEvents": takeReports,
  });
  const context: TwilioContext = { ...base, calls: voice.edge.engine };
  server.on("request", getRequestListener(createApp(context).fetch));
  return {
    url,
    config: context.config,
    context,
    video,
    async close() {
      refuseSockets();
      voice.close();
      video.close();
      context.rooms.close();
      context.callbacks.close();
      await close(server);
    },
  };
}
