import { z } from "zod";
import { route } from "@/lib/api/route";
import { cardFields } from "@/lib/discovery/fields";
import { listCards } from "@/lib/discovery/list-cards";

/** There is no page two: who has decided about these people is shown others. */
export const GET = route(
  {
    access: "user",
    summary: "The next people to like or to pass",
    response: z.object({ cards: z.array(cardFields) }),
    limit: { name: "discover", max: 600, windowSeconds: 3600 },
  },
  async ({ supabase }) => ({ cards: await listCards(supabase) }),
);
