import { z } from "zod";
import { route } from "@/lib/api/route";
import { preferenceFields } from "@/lib/discovery/fields";
import { savePreferences } from "@/lib/discovery/save-preferences";

/** What is left out goes back to "no limit"; the place alone stays as it is. */
export const PUT = route(
  {
    access: "user",
    summary: "Say whom you want to be shown, and whether others are shown you",
    body: preferenceFields,
    response: z.object({}),
    limit: { name: "discovery-preferences", max: 120, windowSeconds: 3600 },
  },
  async ({ userId, body }) => {
    await savePreferences(userId, body);
    return {};
  },
);
