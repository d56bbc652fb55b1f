import "server-only";
import type { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { isStorable, storable } from "@/lib/api/storable";

const maxBodyBytes = 64 * 1024;

/**
 * The request's body as text, once.
 *
 * @throws ApiError `payload_too_large` over 64 kB
 */
export async function readText(request: Request): Promise<string> {
  return new TextDecoder().decode(await readBytes(request, maxBodyBytes));
}

async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Read piece by piece: a body that does not declare its length could be endless.
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number) {
  return new ApiError("payload_too_large", `The request is larger than ${sizeWords(maxBytes)}.`);
}

/** A number of bytes in words: 64 kB, 10 MB. */
export function sizeWords(bytes: number): string {
  const kilobytes = Math.floor(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} kB` : `${Math.floor(kilobytes / 1024)} MB`;
}

/** What a route takes as its raw body. */
export interface Upload {
  /** Media types without parameters, as `image/png`. What the bytes really are is the route's to check. */
  types: readonly [string, ...string[]];
  maxBytes: number;
}

export interface UploadedFile {
  /** The declared media type, one of the route's. */
  type: string;
  bytes: Buffer;
}

/**
 * The request's body as the file that it is.
 *
 * @throws ApiError `unsupported_media_type`, `payload_too_large` as soon as it is too much,
 *   `invalid_request` when it is empty
 */
export async function readUpload(request: Request, upload: Upload): Promise<UploadedFile> {
  const [type = ""] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  const known = upload.types.find((one) => one === type.trim());
  if (!known) {
    throw new ApiError("unsupported_media_type", `Send one of ${upload.types.join(", ")}.`);
  }
  const bytes = await readBytes(request, upload.maxBytes);
  if (bytes.byteLength === 0) throw new ApiError("invalid_request", "The file is empty.");
  return { type: known, bytes };
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
  return parseJson(text);
}

/** @throws ApiError `invalid_request`, also for a text in it that no database could keep */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value) => {
      requireStorable(key, key);
      if (typeof value === "string") requireStorable(key, value);
      return value;
    });
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError("invalid_request", "The body is not valid JSON.");
  }
}

function requireStorable(name: string, text: string): void {
  if (isStorable(text)) return;
  const fields = { [storable(name) || "body"]: "has characters that cannot be kept" };
  throw new ApiError("invalid_request", "Some of the fields are not right.", { fields });
}

/**
 * The query of an address, by name; the last of a repeated one.
 *
 * @throws ApiError `invalid_request` for a text in it that no database could keep
 */
export function readQuery(url: string): Record<string, string> {
  const query = Object.fromEntries(new URL(url).searchParams);
  for (const [name, text] of Object.entries(query)) requireStorable(name, text);
  return query;
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
