/** Runs once when a server starts: a wrong environment ends it here, with every wrong name listed. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkEnvironment } = await import("@/lib/env.check");
  checkEnvironment();
}
