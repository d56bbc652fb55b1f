import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

// Made once, when the app is built.
export const dynamic = "force-static";

/** The service worker: at the top of the site, since it serves what lies below its own address. */
export async function GET(): Promise<Response> {
  const source = await readFile(join(process.cwd(), "lib/push/client/service-worker.ts"), "utf8");
  return new Response(stripTypeScriptTypes(source), {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      // Browsers ask for a newer one at each visit, and have to get it.
      "Cache-Control": "no-cache",
    },
  });
}
