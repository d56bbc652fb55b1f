import { z } from "zod";
import { route } from "@/lib/api/route";
import { authHealth, databaseHealth, twilioHealth } from "@/lib/health/probes";
import { reconcileHealth } from "@/lib/health/reconcile";

const health = z.enum(["ok", "failing"]);

/**
 * Whether the services behind the app answer, told apart. 503 only when the app cannot serve: a
 * balancer that takes it out for want of calls would take the chat away too.
 */
export const GET = route(
  {
    access: "public",
    summary: "Whether the services behind the app answer",
    response: z.object({
      status: z
        .enum(["ok", "degraded", "failing"])
        .describe("degraded: the app serves, without calls or without reconciling them"),
      services: z.object({
        database: health,
        auth: health,
        twilio: z.enum(["ok", "failing", "not-configured"]),
        reconcile: z
          .enum(["ok", "late", "unknown", "not-configured"])
          .describe("late: none has gone well for half an hour"),
      }),
      lastReconcileAt: z.iso
        .datetime()
        .nullable()
        .meta({ examples: ["2026-11-21T12:00:00.000Z"] }),
    }),
    errors: ["unavailable"],
  },
  async () => {
    const [database, auth, twilio, reconcile] = await Promise.all([
      databaseHealth(),
      authHealth(),
      twilioHealth(),
      reconcileHealth(),
    ]);
    const serves = database === "ok" && auth === "ok";
    const works = twilio !== "failing" && ["ok", "not-configured"].includes(reconcile.health);
    const body = {
      ok: serves,
      status: serves ? (works ? "ok" : "degraded") : "failing",
      services: { database, auth, twilio, reconcile: reconcile.health },
      lastReconcileAt: reconcile.at,
    };
    return Response.json(body, { status: serves ? 200 : 503 });
  },
);
