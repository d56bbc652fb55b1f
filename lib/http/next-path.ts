/**
 * Where to go after signing in. Only a path of this very site counts: an address that merely looks
 * like one (`//evil.example`, `/\evil.example`) would take the person elsewhere.
 *
 * @param value - the `next` parameter as it came
 * @returns a path that begins with one slash; /matches when the value is not usable
 */
export function nextPath(value: string | string[] | undefined): string {
  const fallback = "/matches";
  if (typeof value !== "string" || !value.startsWith("/")) return fallback;
  const base = "https://site.invalid";
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}
