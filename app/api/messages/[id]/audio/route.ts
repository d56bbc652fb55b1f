import { z } from "zod";
import { route } from "@/lib/api/route";
import { playVoiceNote } from "@/lib/chat/voice-notes/play";

export const GET = route(
  {
    access: "user",
    summary: "The sound of a voice note, in ranges if wanted; it then counts as played",
    params: z.object({ id: z.uuid("must be the id of a message") }),
    produces: "audio/webm",
    errors: ["not_found"],
  },
  ({ request, supabase, userId, params }) =>
    playVoiceNote({ supabase, userId }, { id: params.id, request }),
);
