import { z } from "zod";
import { route } from "@/lib/api/route";
import { reportFields } from "@/lib/reports/report-fields";
import { reportPerson } from "@/lib/reports/report-person";

/** Reports a person to the moderators, with the evidence as it is now. */
export const POST = route(
  {
    access: "user",
    kind: "safety",
    summary: "Report a person to the moderators, and block them if wanted",
    body: reportFields,
    response: z.object({}),
    errors: ["not_found", "not_configured", "provider_error"],
    limit: { name: "report", max: 20, windowSeconds: 86_400 },
  },
  async ({ supabase, userId, body }) => {
    const { profileId, ...report } = body;
    await reportPerson({ supabase, reporterId: userId, reportedId: profileId, ...report });
    return {};
  },
);
