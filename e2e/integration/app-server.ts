import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { close, listen } from "../../sandbox/listen.ts";
import { runRoute } from "./call-route.ts";

/** Imports a route module; called at the first request, when the environment is set. */
type Loader = () => Promise<object>;

export interface AppServer {
  url: string;
  /** Answers requests to these paths (without parameters) with the modules' handlers. */
  serve(routes: Record<string, Loader>): void;
  close(): Promise<void>;
}

/** A server in the place of the app, for requests that come from outside such as webhooks. */
export async function startAppServer(): Promise<AppServer> {
  const table = new Map<string, Loader>();
  const server = createServer(
    getRequestListener(
      async (request) => {
        const load = table.get(new URL(request.url).pathname);
        if (!load) return new Response("No such route", { status: 404 });
        return runRoute(Reflect.get(await load(), request.method), await copy(request));
      },
      { overrideGlobalObjects: false },
    ),
  );
  const url = await listen(server);
  return {
    url,
    serve: (routes) => {
      for (const [path, load] of Object.entries(routes)) table.set(path, load);
    },
    close: () => close(server),
  };
}

/** NextRequest wants a request of the platform's own class. */
async function copy(request: Request): Promise<Request> {
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: request.body && (await request.arrayBuffer()) });
}
