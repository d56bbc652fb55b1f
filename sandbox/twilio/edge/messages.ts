import { z } from "zod";

const callsid = z.string();
const sdp = z.string();

const message = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), payload: z.object(shape) });

/** Everything the browser SDK sends, as its `pstream.js` writes it. */
export const clientMessageSchema = z.discriminatedUnion("type", [
  message("listen", { token: z.string(), reconnectTimeout: z.number().default(0) }),
  message("register", { media: z.object({ audio: z.boolean().default(false) }) }),
  message("invite", {
    callsid,
    sdp,
    reconnect: z.string().optional(),
    twilio: z.object({ params: z.string().optional() }).default({}),
  }),
  message("answer", { callsid, sdp }),
  message("hangup", { callsid, message: z.string().optional() }),
  message("reject", { callsid }),
  message("dtmf", { callsid, dtmf: z.string() }),
  message("reinvite", { callsid, sdp }),
  message("message", { callsid, voiceeventsid: z.string(), messagetype: z.string().optional() }),
]);

export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** Everything the edge sends, apart from the bare line feeds that keep the socket alive. */
export interface ServerPayloads {
  connected: {
    region: string;
    edge: string;
    home: string;
    token: { identity: string; ttl: number };
  };
  ready: Record<string, never>;
  error: { error: { code: number; message: string }; callsid?: string };
  ringing: { callsid: string };
  answer: { callsid: string; sdp: string; reconnect: string };
  hangup: { callsid: string; error?: { code: number; message: string } };
  cancel: { callsid: string };
  invite: {
    callsid: string;
    sdp: string;
    reconnect: string;
    parameters: Record<string, string>;
  };
  ack: { acktype: "message"; callsid: string; voiceeventsid: string };
}
