import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { findPicture } from "@/lib/profiles/find-picture";
import { drawPicture, pictureVersion } from "@/lib/profiles/picture";
import { pictureAddress } from "@/lib/profiles/picture-store";
import { versionOf } from "@/lib/profiles/picture-url";

/** A person's picture, for themselves and for those who may see them. */
export const GET = route(
  {
    access: "user",
    summary: "The picture of a person: a redirect to it, or a drawing for who has none",
    params: z.object({ id: z.uuid("must be the id of a profile") }),
    query: z.object({
      size: z
        .enum(["256", "1024"], "must be 256 or 1024")
        .default("256")
        .transform((text) => (text === "256" ? 256 : 1024))
        .describe("Edge length in pixels"),
      v: z.string().max(64).optional().describe("The version that is wanted, for caches"),
    }),
    produces: "image/svg+xml",
    errors: ["not_found"],
  },
  async ({ request, supabase, userId, params, query }) => {
    const picture = await findPicture({ supabase, userId, profileId: params.id });
    if (picture === undefined) throw new ApiError("not_found", "There is no such picture.");
    // An address that names the version is another one when the picture changes.
    const seconds = query.v === versionOf(picture) ? 1800 : 60;
    const cached = { "Cache-Control": `private, max-age=${seconds}` };
    if (picture) {
      const headers = { ...cached, Location: await pictureAddress(picture, query.size) };
      return new Response(null, { status: 302, headers });
    }
    const etag = `"${pictureVersion}"`;
    const headers = { ...cached, ETag: etag };
    if (request.headers.get("if-none-match")?.includes(etag)) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(drawPicture(params.id), {
      headers: {
        ...headers,
        "Content-Type": "image/svg+xml",
        // Opened by its address, an SVG is a document: let it run nothing.
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
);
