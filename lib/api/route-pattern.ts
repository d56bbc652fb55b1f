/**
 * The pattern that a path matched: `/api/calls/CA12/hangup` with `{ sid: "CA12" }` is
 * `/api/calls/{sid}/hangup`. There are few of them, and none names anybody.
 *
 * @param params - of the path, as Next.js hands them to a route: decoded, or as they came
 */
export function routePattern(pathname: string, params: unknown): string {
  const segments = pathname.split("/");
  for (const [name, value] of Object.entries(params ?? {})) {
    const at = segments.findLastIndex((one) => one === value || decoded(one) === value);
    if (at !== -1) segments[at] = `{${name}}`;
  }
  return segments.join("/");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
