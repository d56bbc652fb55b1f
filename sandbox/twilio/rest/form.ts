import type { Context } from "hono";
import { TwilioError } from "../errors.ts";

/** The form body of a request; repeated keys stay repeated. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

/** An HTTP method parameter; anything but GET and POST is refused with the code. */
export function readMethod(
  form: URLSearchParams,
  name: string,
  fallback: "GET" | "POST" = "POST",
  code = 20001,
): "GET" | "POST" {
  const value = (form.get(name) ?? fallback).toUpperCase();
  if (value === "GET" || value === "POST") return value;
  throw new TwilioError(400, code, `Invalid parameter ${name}: must be GET or POST`);
}

/** A webhook address that must be an absolute http or https URL; null when absent or empty. */
export function readUrl(form: URLSearchParams, name: string, code = 21502): string | null {
  const value = form.get(name);
  if (!value) return null;
  if (/^https?:$/.test(URL.parse(value)?.protocol ?? "")) return value;
  throw new TwilioError(400, code, `${name} is not a valid URL: ${value}`);
}
