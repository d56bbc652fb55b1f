import { routes } from "@/app/api/openapi.json/routes";
import { openApiDocument } from "@/lib/api/openapi";
import { route } from "@/lib/api/route";
import { env } from "@/lib/env";

/** The API described for programs, from the routes' own declarations. */
export const GET = route(
  { access: "public", summary: "This document", produces: "application/json" },
  () =>
    Response.json(openApiDocument(routes, env().publicUrl), {
      headers: { "Cache-Control": "public, max-age=300" },
    }),
);
