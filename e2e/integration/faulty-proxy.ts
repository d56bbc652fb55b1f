import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { close, listen } from "../../sandbox/listen.ts";

export interface Fault {
  /** Strikes requests whose path contains this. */
  path: string;
  /** Status of the answer that the request gets instead. */
  status: number;
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
    async (request) => {
      const { pathname, search } = new URL(request.url);
      requests.push(`${request.method} ${pathname}`);
      seen.push({ path: pathname, headers: new Headers(request.headers) });
      const fault = faults.find(({ path, times }) => times > 0 && pathname.includes(path));
      if (fault) {
        fault.times -= 1;
        return Response.json({ code: fault.status, msg: "Out of order" }, { status: fault.status });
      }
      const { method, headers } = request;
      const body = request.body && (await request.arrayBuffer());
      const response = await fetch(origin + pathname + search, { method, headers, body });
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
