/**
 * API keys of the sandbox, in the format of hosted projects. They open nothing
 * but a database on this machine, so they are fixed and may be seen.
 */
export const publishableKey = "sb_publishable_duet-sandbox";
export const secretKey = "sb_secret_duet-sandbox";

/** Role of a request with this API key before anybody signs in; null for an unknown key. */
export function roleOfKey(key: string | null | undefined): "anon" | "service_role" | null {
  if (key === publishableKey) return "anon";
  if (key === secretKey) return "service_role";
  return null;
}
