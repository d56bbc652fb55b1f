import { z } from "zod";

/** A message of the Phoenix channel protocol. */
export interface Frame {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: unknown;
}

/** `1.0.0` sends objects, `2.0.0` arrays and, for broadcasts, binary frames. */
export type Version = "1.0.0" | "2.0.0";

const ref = z.string().nullish().default(null);
const objectFrame = z
  .object({ join_ref: ref, ref, topic: z.string(), event: z.string(), payload: z.unknown() })
  .transform(({ join_ref, ...frame }): Frame => ({ joinRef: join_ref, ...frame }));
const arrayFrame = z
  .tuple([ref, ref, z.string(), z.string(), z.unknown()])
  .transform(
    ([joinRef, ref, topic, event, payload]): Frame => ({ joinRef, ref, topic, event, payload }),
  );

/** Payload of a broadcast; a Buffer when the sender gave bytes. */
export const broadcastSchema = z.looseObject({
  type: z.literal("broadcast").default("broadcast"),
  event: z.string(),
  payload: z.unknown(),
});
export type Broadcast = z.infer<typeof broadcastSchema>;

/** @throws SyntaxError or ZodError when the bytes are no frame of this version */
export function decode(data: Buffer, isBinary: boolean, version: Version): Frame {
  if (isBinary) return decodeBroadcast(data);
  const json: unknown = JSON.parse(data.toString());
  return version === "1.0.0" ? objectFrame.parse(json) : arrayFrame.parse(json);
}

export function encode(frame: Frame, version: Version): string | Buffer {
  const { joinRef, ref, topic, event, payload } = frame;
  const broadcast = frame.event === "broadcast" ? broadcastSchema.safeParse(payload).data : null;
  if (broadcast && Buffer.isBuffer(broadcast.payload)) {
    return encodeBytes(topic, broadcast.event, broadcast.payload);
  }
  return version === "1.0.0"
    ? JSON.stringify({ join_ref: joinRef, ref, topic, event, payload })
    : JSON.stringify([joinRef, ref, topic, event, payload]);
}

// Layout of both kinds of binary frame: dist/main/lib/serializer.js of
// @supabase/realtime-js. A row of sizes in bytes, then the fields in that order.
const pushKind = 3;
const broadcastKind = 4;
const bytesEncoding = 0;

function decodeBroadcast(data: Buffer): Frame {
  const [kind, joinRefSize = 0, refSize = 0, topicSize = 0, eventSize = 0, metaSize = 0, encoding] =
    data;
  if (kind !== pushKind) throw new SyntaxError(`Binary frame of unknown kind ${kind}`);
  let offset = 7;
  const take = (size: number) => {
    const text = data.subarray(offset, offset + size).toString();
    offset += size;
    return text;
  };
  const joinRef = take(joinRefSize);
  const ref = take(refSize);
  const topic = take(topicSize);
  const event = take(eventSize);
  take(metaSize);
  const body = data.subarray(offset);
  const payload: unknown = encoding === bytesEncoding ? body : JSON.parse(body.toString());
  return {
    joinRef: joinRef || null,
    ref: ref || null,
    topic,
    event: "broadcast",
    payload: { type: "broadcast", event, payload },
  };
}

function encodeBytes(topic: string, event: string, payload: Buffer): Buffer {
  const names = [Buffer.from(topic), Buffer.from(event)];
  const sizes = names.map((name) => name.length);
  return Buffer.concat([
    Buffer.from([broadcastKind, ...sizes, 0, bytesEncoding]),
    ...names,
    payload,
  ]);
}
