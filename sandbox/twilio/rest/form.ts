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

/** The words of a parameter that is repeated, or separated by spaces, or both. */
export function readWords(form: URLSearchParams, name: string): string[] {
  return form.getAll(name).flatMap((value) => value.split(/\s+/).filter(Boolean));
}

/** A whole number within bounds; null when absent, refused with the code otherwise. */
export function readWhole(
  form: URLSearchParams,
  name: string,
  { from, to, code }: { from: number; to: number; code: number },
): number | null {
  const given = form.get(name);
  if (!given) return null;
  const value = Number(given);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new TwilioError(400, code, `${name} must be a whole number from ${from} to ${to}`);
}
