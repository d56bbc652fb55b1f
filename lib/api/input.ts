import "server-only";
import type { z } from "zod";
import { ApiError } from "@/lib/api/errors";

const maxBodyBytes = 64 * 1024;

/**
 * The request's body as text, once.
 *
 * @throws ApiError `payload_too_large` over 64 kB
 */
export async function readText(request: Request): Promise<string> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Read piece by piece: a body that does not declare its length could be endless.
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function tooLarge() {
  return new ApiError("payload_too_large", "The request is larger than 64 kB.");
}

/**
 * The request's JSON body. An empty body counts as `{}`.
 *
 * @throws ApiError `unsupported_media_type`, `invalid_request`
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === "") return {};
  // Insisting on JSON also keeps cross-site forms out: they cannot send this type.
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    throw new ApiError("unsupported_media_type", "Send the body as application/json.");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("invalid_request", "The body is not valid JSON.");
  }
}

/**
 * Checks input against its declaration.
 *
 * @throws ApiError `invalid_request` with a sentence for each wrong field
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".") || "body"] ??= issue.message;
  throw new ApiError("invalid_request", "Some of the fields are not right.", { fields });
}
