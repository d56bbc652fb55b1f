import { z } from "zod";
import { route } from "@/lib/api/route";
import { expireAfterwards } from "@/lib/recordings/expire";
import { listRecordings } from "@/lib/recordings/list";
import { recordingView } from "@/lib/recordings/recording-view";

export const GET = route(
  {
    access: "user",
    summary: "Your voicemail, and recordings of your calls with people you can reach, newest first",
    query: z.object({
      kind: z.enum(["call", "voicemail"]).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
      before: z.iso.datetime({ offset: true }).optional().describe("The `next` of the page before"),
    }),
    response: z.object({
      recordings: z.array(recordingView),
      next: z.string().nullable().describe("Ask for it as `before`; null on the last page"),
      unheard: z.number().int().describe("Voicemails that were not played yet"),
    }),
  },
  async ({ supabase, userId, query }) => {
    expireAfterwards();
    return listRecordings(supabase, { profileId: userId, ...query });
  },
);
