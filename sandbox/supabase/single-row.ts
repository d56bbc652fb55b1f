const singular = "application/vnd.pgrst.object+json";

/**
 * The answer to a request for one object (docs.postgrest.org, "Singular or Plural"). Lite forgets
 * that it was asked for one when a write gives back its row with others embedded, and answers a
 * list.
 */
export async function asSingleRow(request: Request, response: Response): Promise<Response> {
  if (!request.headers.get("accept")?.includes(singular) || !response.ok) return response;
  const body: unknown = await response.clone().json();
  if (!Array.isArray(body)) return response;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  headers.set("content-type", `${singular}; charset=utf-8`);
  if (body.length === 1) return Response.json(body[0], { status: response.status, headers });
  const error = {
    code: "PGRST116",
    message: "Cannot coerce the result to a single JSON object",
    details: `The result contains ${body.length} rows`,
    hint: null,
  };
  return Response.json(error, { status: 406 });
}
