import { route } from "@/lib/api/route";
import { callFigures, figuresQuery, readFigures } from "@/lib/calls/call-figures";

export const GET = route(
  {
    access: "user",
    summary: "What your calls add up to: by day, hour and person",
    query: figuresQuery,
    response: callFigures,
  },
  async ({ supabase, query }) => readFigures(supabase, query),
);
