import { randomBytes } from "node:crypto";
import { createServerClient } from "@supabase/ssr";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { publicEnv } from "@/lib/env.public";
import { pagePolicy } from "@/lib/http/content-security-policy";

/** Supabase's client tries for half a minute to refresh; nobody waits that long for a page. */
const patienceMs = 5_000;

/** Seconds. */
const twoYears = 63_072_000;

/** Comes before every page, and before API requests with a session. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/api/") || pathname === "/call") return keepSession(request);

  const encrypted = isEncrypted();
  const { supabaseUrl, callUrls } = publicEnv();
  const policy = pagePolicy({
    nonce: randomBytes(16).toString("base64"),
    supabaseUrl,
    callUrls,
    encrypted,
    development: process.env.NODE_ENV === "development",
  });
  // Next.js finds the nonce here, and writes it on the scripts that it puts into the page.
  request.headers.set("Content-Security-Policy", policy);
  const response = await keepSession(request);
  response.headers.set("Content-Security-Policy", policy);
  if (encrypted) response.headers.set("Strict-Transport-Security", `max-age=${twoYears}`);
  return response;
}

/** Whether browsers reach the app over https. */
const isEncrypted = () => env().publicUrl.startsWith("https:");

/**
 * Keeps sessions alive: a request whose access token has run out is given a fresh one before any
 * page or handler sees it. The only place that refreshes.
 */
async function keepSession(request: NextRequest): Promise<NextResponse> {
  const hasSession = request.cookies.getAll().some(({ name }) => name.startsWith("sb-"));
  let response = NextResponse.next({ request });
  if (!hasSession) return response;

  const { supabaseUrl, supabaseKey } = publicEnv();
  const supabase = createServerClient(supabaseUrl, supabaseKey, {
    // A proxy in front may encrypt and not say so.
    cookieOptions: { secure: isEncrypted() || request.nextUrl.protocol === "https:" },
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll: (written, headers) => {
        for (const { name, value } of written) request.cookies.set(name, value);
        response = NextResponse.next({ request });
        for (const { name, value, options } of written) response.cookies.set(name, value, options);
        // Keeps a shared cache from handing one person's session to another.
        for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      },
    },
  });
  // Refreshes when due. Whoever relies on the session verifies it.
  await within(patienceMs, supabase.auth.getSession());
  return response;
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export const config = {
  matcher: [
    // Pages: all that is neither a file nor for programs.
    "/((?!_next/|api/|call$|twilio/|sounds/|video-processors/|.*\\.(?:svg|png|ico|webmanifest|js|html|woff2)$).*)",
    // Twilio's callbacks and the public API carry no session; a delay there would break them.
    // Without session cookies there is nothing to keep alive.
    {
      source:
        "/api/((?!twilio/voice/(?!token)|twilio/video/(?!token)|twilio/(?:twiml|status-callback)|health|openapi).*)",
      has: [{ type: "header", key: "cookie", value: ".*\\bsb-.*" }],
    },
    { source: "/call", has: [{ type: "header", key: "cookie", value: ".*\\bsb-.*" }] },
  ],
};
