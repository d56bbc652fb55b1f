import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { requireStanding } from "@/lib/account/standing";
import { failure, success } from "@/lib/api/answer";
import { type Caller, requireModerator, requireUser } from "@/lib/api/caller";
import { clientIp } from "@/lib/api/client-ip";
import { requireCron } from "@/lib/api/cron";
import type { ErrorCode } from "@/lib/api/errors";
import { parseInput, readJson, readUpload, type Upload, type UploadedFile } from "@/lib/api/input";
import { consumeHere } from "@/lib/api/local-limit";
import { consume, type Limit } from "@/lib/api/rate-limit";
import { readTwilioRequest } from "@/lib/api/twilio-request";
import { log } from "@/lib/log";

/**
 * Who may call: anyone, a signed-in person, a moderator among them, Twilio with a valid signature,
 * or the scheduler with its secret.
 */
export type Access = "public" | "user" | "moderator" | "twilio" | "cron";

/** What a route says of itself. The wrapper enforces it and OpenAPI publishes it. */
export interface Declaration<
  A extends Access = Access,
  B = unknown,
  Q = unknown,
  P = unknown,
  U extends Upload | undefined = Upload | undefined,
> {
  access: A;
  /** Open to people whose account is suspended or about to be deleted, too. */
  whenClosed?: boolean;
  summary: string;
  body?: z.ZodType<B>;
  /** Takes a file as the raw body, in place of `body`. */
  upload?: U;
  query?: z.ZodType<Q>;
  params?: z.ZodType<P>;
  /** What a success carries beside `ok: true`. Absent for routes that answer something other than JSON. */
  response?: z.ZodObject;
  /** Content type of a success that is not JSON. */
  produces?: string;
  /** Error codes of its own, beside those that access and input bring. */
  errors?: ErrorCode[];
  /** How often one person (or, for public routes, one address) may call; counted for all instances together unless `perInstance`. */
  limit?: Limit & { perInstance?: boolean };
}

interface Input<B, Q, P, U> {
  request: Request;
  requestId: string;
  /** The client's IP address. */
  ip: string;
  body: B;
  query: Q;
  params: P;
  file: U extends Upload ? UploadedFile : undefined;
}

type HandlerInput<A extends Access, B, Q, P, U> = Input<B, Q, P, U> &
  (A extends "user" | "moderator" ? Caller : object);
type Handler<A extends Access, B, Q, P, U> = (
  input: HandlerInput<A, B, Q, P, U>,
) => Promise<object | Response> | object | Response;

/** A Next.js route handler that still knows its declaration. */
export interface Route {
  (request: Request, context?: { params: Promise<unknown> }): Promise<Response>;
  declaration: Declaration;
}

/**
 * Makes a route handler from what the route says of itself and a function that does its work.
 * Checks access, limit and input in this order before the function runs; answers
 * `{ ok: true, ... }` with what it returns, or the Response it returns, or the ApiError it throws.
 */
export function route<
  A extends Access,
  B = undefined,
  Q = undefined,
  P = undefined,
  U extends Upload | undefined = undefined,
>(declaration: Declaration<A, B, Q, P, U>, handler: Handler<A, B, Q, P, U>): Route {
  const handle = async (request: Request, context?: { params: Promise<unknown> }) => {
    const requestId = randomUUID();
    const label = { requestId, route: `${request.method} ${new URL(request.url).pathname}` };
    const startedAt = performance.now();
    let response: Response;
    try {
      const input = await admit(declaration, request, requestId, context);
      const result = await handler(input);
      response = result instanceof Response ? result : success(result);
    } catch (error) {
      response = failure(error, label);
    }
    response.headers.set("X-Request-Id", requestId);
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
    log.debug(
      { ...label, status: response.status, ms: Math.round(performance.now() - startedAt) },
      "request",
    );
    return response;
  };
  return Object.assign(handle, { declaration: declaration as Declaration });
}

async function admit<A extends Access, B, Q, P, U extends Upload | undefined>(
  declaration: Declaration<A, B, Q, P, U>,
  request: Request,
  requestId: string,
  context: { params: Promise<unknown> } | undefined,
): Promise<HandlerInput<A, B, Q, P, U>> {
  const ip = clientIp(request);
  const signed = declaration.access === "twilio" ? await readTwilioRequest(request) : undefined;
  const caller = await requireCaller(declaration, request);

  if (declaration.limit) {
    const count = declaration.limit.perInstance ? consumeHere : consume;
    await count(declaration.limit, caller?.userId ?? ip);
  }

  const { body, query, params, upload } = declaration;
  return {
    request,
    requestId,
    ip,
    ...caller,
    body: body && parseInput(body, signed ?? (await readJson(request))),
    query: query && parseInput(query, Object.fromEntries(new URL(request.url).searchParams)),
    params: params && parseInput(params, await context?.params),
    // Last: what else is wrong with a request is told before its file has been read.
    file: upload && (await readUpload(request, upload)),
  } as HandlerInput<A, B, Q, P, U>;
}

async function requireCaller(
  { access, whenClosed = false }: Pick<Declaration, "access" | "whenClosed">,
  request: Request,
): Promise<Caller | undefined> {
  if (access === "cron") requireCron(request);
  if (access !== "user" && access !== "moderator") return undefined;
  const caller = await (access === "user" ? requireUser(request) : requireModerator(request));
  if (!whenClosed) await requireStanding(caller.userId);
  return caller;
}
