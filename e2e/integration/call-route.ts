// Next.js finds AsyncLocalStorage only after this module has put it on the global object.
import "next/dist/server/node-environment-baseline.js";
import type { RouteKind } from "next/dist/server/route-kind.js";
import { AppRouteRouteModule } from "next/dist/server/route-modules/app-route/module.compiled.js";
import { NextRequest } from "next/server.js";
import twilio from "twilio";

export interface RouteCall {
  /** POST unless given. */
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with query, under PUBLIC_URL. */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form, with the signature that Twilio would send. */
  form?: Record<string, string>;
  /** Sent as it is. */
  rawBody?: string | Uint8Array<ArrayBuffer>;
  /** Access token for the Authorization header. */
  token?: string;
  /** Cookie header. */
  cookie?: string;
  /** Address of the client, as the proxy in front of the app would say. */
  ip?: string;
  headers?: Record<string, string>;
  /** Values of the path's parameters. */
  params?: Record<string, string>;
}

export interface RouteAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The body parsed; undefined when it is not JSON. */
  json: unknown;
  /** A Cookie header with the cookies that the answer sets. */
  cookie: string;
}

/** Calls a route handler as a client would, and reads its answer. */
export async function callRoute(handler: unknown, call: RouteCall): Promise<RouteAnswer> {
  const response = await runRoute(handler, toRequest(call), call.params);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
    cookie: response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; "),
  };
}

function toRequest(call: RouteCall): Request {
  const url = `${process.env.PUBLIC_URL}${call.path}`;
  const headers = new Headers(call.headers);
  let body: BodyInit | undefined = call.rawBody;
  if (call.body !== undefined) {
    body = JSON.stringify(call.body);
    headers.set("content-type", "application/json");
  }
  if (call.form) {
    body = new URLSearchParams(call.form).toString();
    headers.set("content-type", "application/x-www-form-urlencoded");
    if (!headers.has("x-twilio-signature")) {
      const authToken = process.env.TWILIO_AUTH_TOKEN ?? "";
      headers.set(
        "x-twilio-signature",
        twilio.getExpectedTwilioSignature(authToken, url, call.form),
      );
    }
  }
  if (call.token) headers.set("authorization", `Bearer ${call.token}`);
  if (call.cookie) headers.set("cookie", call.cookie);
  if (call.ip) headers.set("x-forwarded-for", call.ip);
  return new Request(url, { method: call.method ?? "POST", headers, body });
}

/**
 * Runs a handler inside the route runner of Next.js, where `cookies()` works and what it sets
 * becomes Set-Cookie headers of the response. Waits for what the handler left to `after()`.
 */
export async function runRoute(
  handler: unknown,
  request: Request,
  params: Record<string, string> = {},
): Promise<Response> {
  if (typeof handler !== "function") throw new Error("Not a route handler");
  const run = (received: Request): unknown =>
    handler(received, { params: Promise.resolve(params) });
  const module = new AppRouteRouteModule({
    definition: {
      kind: "APP_ROUTE" as RouteKind.APP_ROUTE,
      page: "/route",
      pathname: "/",
      filename: "route",
      bundlePath: "route",
    },
    distDir: ".next",
    relativeProjectDir: "",
    resolvedPagePath: "route.ts",
    nextConfigOutput: undefined,
    userland: () => ({
      GET: run,
      POST: run,
      PUT: run,
      PATCH: run,
      DELETE: run,
      generateStaticParams: undefined,
    }),
  });
  await module.ensureUserland();
  const pending: Promise<unknown>[] = [];
  const closing: (() => void)[] = [];
  const response = await module.handle(new NextRequest(request), {
    params: undefined,
    previewProps: { previewModeId: "", previewModeSigningKey: "", previewModeEncryptionKey: "" },
    renderOpts: {
      cacheLifeProfiles: { default: { stale: 0, revalidate: 0, expire: 0 } },
      staticPageGenerationTimeout: 60,
      cacheComponents: false,
      validationLevel: "warning",
      experimental: { authInterrupts: false, useCacheTimeout: 60, durableUseCacheEntries: false },
      waitUntil: (work) => void pending.push(work),
      onClose: (callback) => void closing.push(callback),
      onAfterTaskError: undefined,
    },
    sharedContext: { buildId: "test", deploymentId: "" },
  });
  for (const close of closing) close();
  await Promise.all(pending);
  return response;
}
