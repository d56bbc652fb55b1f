import { z } from "zod";
import { route } from "@/lib/api/route";
import { authHealth, databaseHealth, twilioHealth } from "@/lib/health/probes";

const health = z.enum(["ok", "failing", "not-configured"]);

/** Whether the services behind the app answer, told apart; 503 when one does not. */
export const GET = route(
  {
    access: "public",
    summary: "Whether the services behind the app answer",
    response: z.object({
      status: z.enum(["ok", "failing"]),
      services: z.object({ database: health, auth: health, twilio: health }),
    }),
  },
  async () => {
    const [database, auth, twilio] = await Promise.all([
      databaseHealth(),
      authHealth(),
      twilioHealth(),
    ]);
    const failing = [database, auth, twilio].includes("failing");
    const body = {
      ok: !failing,
      status: failing ? "failing" : "ok",
      services: { database, auth, twilio },
    };
    return Response.json(body, { status: failing ? 503 : 200 });
  },
);
