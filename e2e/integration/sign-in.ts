import { callRoute, type RouteCall } from "./call-route.ts";
import { startSandboxEnv } from "./sandbox-env.ts";

type Extra = Partial<RouteCall> & { body?: Record<string, unknown> };

/** The sandbox with the sign-in routes, as a person with a phone and a program use them. */
export async function startSignIn(variables: Record<string, string> = {}) {
  const sandbox = await startSandboxEnv({ RATE_LIMIT_FACTOR: "1000", ...variables });
  const { POST: startRoute } = await import("../../app/api/auth/verify/start/route.ts");
  const { POST: checkRoute } = await import("../../app/api/auth/verify/check/route.ts");

  const messages = (to: string) => sandbox.twilio.context.phones.messages(to);
  const codeOf = (to: string) => {
    const code = messages(to)[0]?.code;
    if (!code) throw new Error(`No code has come to ${to}`);
    return code;
  };
  return {
    sandbox,
    messages,
    /** The code on the phone. */
    codeOf,
    wrongCodeFor: (to: string) => (codeOf(to) === "000000" ? "000001" : "000000"),
    start: (phone: string, { body, ...extra }: Extra = {}) =>
      callRoute(startRoute, {
        path: "/api/auth/verify/start",
        body: { phone, ...body },
        ...extra,
      }),
    check: (phone: string, code: string, { body, ...extra }: Extra = {}) =>
      callRoute(checkRoute, {
        path: "/api/auth/verify/check",
        body: { phone, code, ...body },
        ...extra,
      }),
  };
}
