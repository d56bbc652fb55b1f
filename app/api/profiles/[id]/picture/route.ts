import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { drawPicture, pictureVersion } from "@/lib/profiles/picture";

/** A person's picture, for themselves and for those who can reach them. */
export const GET = route(
  {
    access: "user",
    summary: "The picture of a person",
    params: z.object({ id: z.uuid("must be the id of a profile") }),
    produces: "image/svg+xml",
    errors: ["not_found"],
  },
  async ({ request, supabase, userId, params }) => {
    // Row level security shows a profile to exactly the people who may see its picture.
    const { data: profile } = await supabase
      .from("profiles")
      .select("id")
      .eq("id", params.id)
      .maybeSingle()
      .throwOnError();
    // One's own is shown before there is a profile, while it is being made.
    if (!profile && params.id !== userId)
      throw new ApiError("not_found", "There is no such picture.");

    const etag = `"${pictureVersion}"`;
    const headers = { ETag: etag, "Cache-Control": "private, max-age=3600" };
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
