import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { close, listen } from "../../sandbox/listen.ts";

export interface Fault {
  /** Strikes requests whose path contains this. */
  path: string;
  /** Of the answer that the request gets instead; or it is carried out, and its answer lost. */
  status: number | "lost";
  /** Of the requests that it strikes; every one when absent. */
  method?: string;
  /** How often it strikes. */
  times: number;
}

export interface SeenRequest {
  path: string;
  headers: Headers;
}

export interface FaultyProxy {
  url: string;
  /** What was asked, oldest first. */
  seen: readonly SeenRequest[];
  /** Method and path of every request so far. */
  requests: string[];
  fail(fault: Fault): void;
  close(): Promise<void>;
}

/** Passes HTTP requests on to `origin`, and answers some itself, as a service in trouble would. */
export async function startFaultyProxy(origin: string): Promise<FaultyProxy> {
  const faults: Fault[] = [];
  const seen: SeenRequest[] = [];
  const requests: string[] = [];
  const listener = getRequestListener(
    async (request, { incoming }) => {
      const { pathname, search } = new URL(request.url);
      const { method, headers } = request;
      requests.push(`${method} ${pathname}`);
      seen.push({ path: pathname, headers: new Headers(headers) });
      const fault = faults.find(
        (each) =>
          each.times > 0 && pathname.includes(each.path) && (each.method ?? method) === method,
      );
      if (fault) fault.times -= 1;
      if (fault && fault.status !== "lost") {
        return Response.json({ code: fault.status, msg: "Out of order" }, { status: fault.status });
      }
      const body = request.body && (await request.arrayBuffer());
      const response = await fetch(origin + pathname + search, { method, headers, body });
      if (fault) incoming.socket.destroy();
      const passed = new Headers(response.headers);
      // fetch has already unpacked the body.
      for (const name of ["content-encoding", "content-length", "transfer-encoding"]) {
        passed.delete(name);
      }
      return new Response(response.body, { status: response.status, headers: passed });
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer(listener);
  const url = await listen(server);
  return {
    url,
    requests,
    seen,
    fail: (fault) => void faults.push({ ...fault }),
    close: () => close(server),
  };
}
