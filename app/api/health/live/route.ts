import { z } from "zod";
import { route } from "@/lib/api/route";

/** Answers as long as the process serves requests; it looks at nothing else. */
export const GET = route(
  { access: "public", summary: "Whether the process is alive", response: z.object({}) },
  () => ({}),
);
