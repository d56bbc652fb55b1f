import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Lite } from "../lite.ts";
import type { Tokens } from "../tokens.ts";
import { listFolder, listSchema, objectSchema } from "./folders.ts";

const signedSchema = z.object({ signedUrl: z.string(), token: z.string().optional() });
const copiedSchema = z.object({ key: z.string() });
const batchSchema = z.object({ expiresIn: z.number(), paths: z.array(z.string()) });
const errorSchema = z.object({ message: z.string() });

/** Lite's Storage with the requests and answers that storage-js knows from hosted projects. */
export function storageHttp(options: { lite: Lite; tokens: Tokens }): Hono {
  const { lite, tokens } = options;
  const routes = new Hono();

  // Lite's addresses begin at the project, storage-js appends them to Storage's own.
  const relative = (url: string) => url.replace(/^\/storage\/v1/, "");
  const post = (c: Context, path: string, body: unknown) => {
    const headers = new Headers(c.req.raw.headers);
    headers.delete("content-length");
    return lite.fetch(
      new Request(new URL(`/storage/v1${path}`, c.req.url), {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      }),
    );
  };
  async function sign(c: Context, bucket: string, path: string, expiresIn: number) {
    const answer = await post(c, `/object/sign/${bucket}/${encodeURI(path)}`, { expiresIn });
    if (answer.ok) return relative(signedSchema.parse(await answer.json()).signedUrl);
    return answer;
  }

  routes.post("/object/list/:bucket", async (c) => {
    const { prefix, search, ...range } = listSchema.parse(await c.req.json());
    const folder = prefix.replace(/^\/+|\/+$/g, "");
    const start = folder ? `${folder}/` : "";
    const answer = await post(c, `/object/list/${c.req.param("bucket")}`, { prefix: start });
    if (!answer.ok) return answer;
    const objects = z.array(objectSchema).parse(await answer.json());
    return c.json(listFolder(objects, start, { search, ...range }));
  });

  routes.post("/object/sign/:bucket", async (c) => {
    const { expiresIn, paths } = batchSchema.parse(await c.req.json());
    const signed = [];
    for (const path of paths) {
      const url = await sign(c, c.req.param("bucket"), path, expiresIn);
      signed.push(
        typeof url === "string"
          ? { path, signedURL: url, error: null }
          : { path, signedURL: null, error: errorSchema.parse(await url.json()).message },
      );
    }
    return c.json(signed);
  });
  routes.post("/object/sign/:bucket/:path{.+}", async (c) => {
    const { bucket, path } = c.req.param();
    const { expiresIn } = z.object({ expiresIn: z.number() }).parse(await c.req.json());
    const url = await sign(c, bucket, path, expiresIn);
    return typeof url === "string" ? c.json({ signedURL: url }) : url;
  });
  routes.post("/object/upload/sign/:bucket/*", async (c) => {
    const answer = await lite.fetch(c.req.raw);
    if (!answer.ok) return answer;
    const { signedUrl, token } = signedSchema.parse(await answer.json());
    return c.json({ url: relative(signedUrl), token });
  });
  routes.post("/object/copy", async (c) => {
    const answer = await lite.fetch(c.req.raw);
    if (!answer.ok) return answer;
    return c.json({ Key: copiedSchema.parse(await answer.json()).key });
  });

  for (const path of ["/object/sign/*", "/object/upload/sign/*"]) {
    routes.on(["GET", "PUT"], path, async (c, next) => {
      if (tokens.isLites(c.req.query("token") ?? "")) return next();
      const error = { statusCode: "400", error: "InvalidJWT", message: "Invalid or expired token" };
      return c.json(error, 400);
    });
  }
  routes.on(["POST", "PUT"], "/object/*", async (c) => lite.fetch(await unwrapped(c.req.raw)));
  return routes;
}

/** Takes the file out of a form: storage-js gives it an empty name, which Lite does not look for. */
async function unwrapped(request: Request): Promise<Request> {
  const { method } = request;
  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data");
  if (!isForm) return request;
  const form = await request.formData();
  const file = [...form.values()].find((value) => value instanceof File);
  if (!file) return request;
  const headers = new Headers(request.headers);
  headers.set("content-type", file.type || "application/octet-stream");
  headers.set("content-length", String(file.size));
  headers.set("cache-control", `max-age=${form.get("cacheControl") ?? 3600}`);
  return new Request(request.url, { method, headers, body: await file.arrayBuffer() });
}
