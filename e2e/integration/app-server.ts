import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { close, listen } from "../../sandbox/listen.ts";
import { runRoute } from "./call-route.ts";

/** Imports a route module; called at the first request, when the environment is set. */
type Loader = () => Promise<object>;

export interface AppServer {
  url: string;
  /** Answers requests to these paths, such as `/api/calls/[sid]/hangup`, with the modules' handlers. */
  serve(routes: Record<string, Loader>): void;
  close(): Promise<void>;
}

/** A server in the place of the app, for requests that come from outside such as webhooks. */
export async function startAppServer(): Promise<AppServer> {
  const table = new Map<string, Loader>();
  const server = createServer(
    getRequestListener(
      async (request) => {
        const found = find(table, new URL(request.url).pathname);
        if (!found) return new Response("No such route", { status: 404 });
        const handler = Reflect.get(await found.load(), request.method);
        return runRoute(handler, await copy(request), found.params);
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

function find(table: Map<string, Loader>, path: string) {
  const parts = path.split("/");
  for (const [pattern, load] of table) {
    const params: Record<string, string> = {};
    const wanted = pattern.split("/");
    const fits = wanted.every((part, n) => {
      const name = /^\[(\w+)\]$/.exec(part)?.[1];
      if (name) params[name] = parts[n] ?? "";
      return name !== undefined || part === parts[n];
    });
    if (fits && wanted.length === parts.length) return { load, params };
  }
  return null;
}

/** NextRequest wants a request of the platform's own class. */
async function copy(request: Request): Promise<Request> {
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: request.body && (await request.arrayBuffer()) });
}
