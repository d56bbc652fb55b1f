import { z } from "zod";
import { route } from "@/lib/api/route";
import { maxBytes, maxPeaks, soundTypes } from "@/lib/chat/voice-notes/limits";
import { sendVoiceNote, sentNote } from "@/lib/chat/voice-notes/send";
import { pushMessage } from "@/lib/push/after-message";

const peaks = z
  .string()
  .regex(/^\d{1,3}(,\d{1,3})*$/, "must be numbers from 0 to 100 with commas between")
  .transform((text) => text.split(",").map(Number))
  .pipe(z.array(z.int().max(100)).max(maxPeaks))
  .describe(`How loud each part is, 0 to 100, in ${maxPeaks} parts at most: 0,40,97`);

/** Sends a voice note, the body of the request. */
export const POST = route(
  {
    access: "user",
    kind: "messages",
    summary: "Send a voice note of two minutes at most; with the same id it is not sent twice",
    query: z.object({
      id: z.uuid("must be a new id of your own choice"),
      matchId: z.uuid("must be the id of a match"),
      waveform: peaks,
    }),
    upload: { types: soundTypes, maxBytes },
    response: z.object({ message: sentNote }),
    errors: ["not_reachable", "conflict"],
    limit: { name: "voice-note", max: 40, windowSeconds: 600 },
  },
  async ({ supabase, userId, query, file }) => {
    const message = await sendVoiceNote({ supabase, userId }, { ...query, bytes: file.bytes });
    pushMessage(message.id, userId);
    return { message };
  },
);
