import { createServerClient } from "@supabase/ssr";
import { type NextRequest, NextResponse } from "next/server";
import { publicEnv } from "@/lib/env.public";

/** Supabase's client tries for half a minute to refresh; nobody waits that long for a page. */
const patienceMs = 5_000;

/**
 * Keeps sessions alive: a request whose access token has run out is given a fresh one before any
 * page or handler sees it. The only place that refreshes.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const hasSession = request.cookies.getAll().some(({ name }) => name.startsWith("sb-"));
  let response = NextResponse.next({ request });
  if (!hasSession) return response;

  const { supabaseUrl, supabaseKey } = publicEnv();
  const supabase = createServerClient(supabaseUrl, supabaseKey, {
    cookieOptions: { secure: request.nextUrl.protocol === "https:" },
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
  // Twilio's callbacks, public API and files carry no session; a redirect or a delay there would
  // break them. The docs are static: what may be cached for all must not set cookies.
  matcher: [
    {
      source:
        "/((?!_next/|docs/|api/twilio/voice/(?!token)|api/twilio/video/(?!token)|api/twilio/(?:twiml|status-callback)|twilio/|api/health|api/openapi|sounds/|video-processors/|.*\\.(?:svg|png|ico|webmanifest|js|woff2)$).*)",
      // Without session cookies there is nothing to keep alive.
      has: [{ type: "header", key: "cookie", value: ".*\\bsb-.*" }],
    },
  ],
};
