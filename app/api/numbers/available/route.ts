import { z } from "zod";
import { route } from "@/lib/api/route";
import { availableNumber, numberSearch } from "@/lib/numbers/number-fields";
import { searchNumbers } from "@/lib/numbers/search-numbers";

export const GET = route(
  {
    access: "user",
    summary: "Numbers that can be bought now, with what they cost a month",
    query: numberSearch,
    response: z.object({ numbers: z.array(availableNumber) }),
    errors: ["unsupported_country", "not_configured", "provider_error"],
    limit: { name: "search-numbers", max: 60, windowSeconds: 600 },
  },
  async ({ query }) => ({ numbers: await searchNumbers(query) }),
);
