import type { Instrumentation } from "next";

/**
 * Runs once when a server starts: a wrong environment ends it here, with every wrong name listed;
 * then the watching begins.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkEnvironment } = await import("@/lib/env.check");
  checkEnvironment();
  const { startWatching } = await import("@/lib/operations/watch");
  await startWatching();
}

/** A page that fails shows its boundary; here it is told to whoever watches. Routes tell themselves. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs" || context.routeType === "route") return;
  const { notePageError } = await import("@/lib/operations/page-error");
  notePageError(error, `${request.method} ${context.routePath}`);
};
