import { z } from "zod";
import { route } from "@/lib/api/route";

/** Beside the heartbeat, which only says that somebody is here. */
export const POST = route(
  {
    access: "user",
    summary: "Say that the app went out of view in this browser",
    response: z.object({}),
    kind: "signals",
  },
  async ({ supabase }) => {
    await supabase.rpc("away").throwOnError();
    return {};
  },
);
