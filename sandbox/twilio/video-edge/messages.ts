import { z } from "zod";

const localTrack = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["audio", "video", "data"]),
  enabled: z.boolean(),
  priority: z.string().default("standard"),
});

const description = z.discriminatedUnion("type", [
  z.object({ type: z.enum(["offer", "answer"]), revision: z.number(), sdp: z.string() }),
  z.object({ type: z.literal("close"), revision: z.number() }),
]);

const state = {
  participant: z.object({ revision: z.number(), tracks: z.array(localTrack) }),
  // Candidates come along without a description; the edge finds the browser by its checks.
  peer_connections: z.array(
    z.object({ id: z.string(), description: description.nullish() }).nullable(),
  ),
};

const connect = z.object({
  type: z.literal("connect"),
  name: z.string().nullish(),
  token: z.string(),
  ...state,
  media_signaling: z.record(z.string(), z.unknown()).default({}),
});

const sync = z.object({
  type: z.literal("sync"),
  session: z.string(),
  token: z.string(),
  ...state,
});

const update = z.object({
  type: z.literal("update"),
  session: z.string(),
  participant: state.participant.optional(),
  peer_connections: state.peer_connections.default([]),
});

/** What the SDK says of a room: RSP version 2, as its `twilioconnectiontransport.js` writes it. */
const bodySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ice"), token: z.string() }),
  connect,
  sync,
  update,
  z.object({ type: z.literal("disconnect"), session: z.string().nullish() }),
]);

/** What travels on the socket: TCMP, as the SDK's `twilioconnection.js` writes it. */
export const frameSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello"), timeout: z.number(), body: bodySchema.optional() }),
  z.object({ type: z.literal("heartbeat") }),
  z.object({ type: z.literal("msg"), body: bodySchema }),
  z.object({ type: z.literal("bye") }),
]);

export type Frame = z.infer<typeof frameSchema>;
export type Body = z.infer<typeof bodySchema>;
export type Connect = z.infer<typeof connect>;
export type Sync = z.infer<typeof sync>;
export type Update = Pick<z.infer<typeof update>, "participant" | "peer_connections">;
export type LocalTrack = z.infer<typeof localTrack>;
export type Description = Extract<z.infer<typeof description>, { sdp: string }>;

export interface ParticipantState {
  sid: string;
  identity: string;
  state: "connected" | "reconnecting" | "disconnected";
  revision: number;
  tracks: { sid: string; name: string; kind: string; enabled: boolean; priority: string }[];
}

export interface Published {
  revision: number;
  tracks: (
    | { id: string; sid: string; state: "ready" }
    | { id: string; state: "failed"; error: { code: number; message: string } }
  )[];
}

/** The parts of a room's state that the edge tells, whole or as they change. */
export interface RoomState {
  participant?: { sid: string; identity: string; revision: number };
  participants?: ParticipantState[];
  peer_connections?: { id: string; description?: Description }[];
  published?: Published;
  subscribed?: { revision: number; tracks: { sid: string; id: string; state: "ready" }[] };
  media_signaling?: Record<string, { transport: { type: "data-channel"; label: string } }>;
}

interface ConnectedState extends RoomState {
  session: string;
  sid: string;
  name: string;
  options: { session_timeout: number; signaling_region: string; media_region: string };
  recording: { enabled: boolean; revision: number };
}

/** Everything the edge says of a room. */
export type ServerBody =
  | { type: "iced"; version: 1; ice_servers: [] }
  | ({ type: "connected" } & ConnectedState)
  | ({ type: "synced" | "update" } & RoomState)
  | { type: "disconnected"; status: string }
  | { type: "error"; code: number; message: string };

export type ServerFrame =
  | { type: "welcome"; negotiatedTimeout: number }
  | { type: "heartbeat" }
  | { type: "bad"; reason: string }
  | { type: "msg"; body: ServerBody };
