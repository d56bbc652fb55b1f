import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
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
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    serve: (routes) => {
      for (const [path, load] of Object.entries(routes)) table.set(path, load);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** NextRequest wants a request of the platform's own class. */
async function copy(request: Request): Promise<Request> {
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: request.body && (await request.arrayBuffer()) });
}
