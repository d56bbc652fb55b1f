import "server-only";
import type { z } from "zod";
import { failure, success } from "@/lib/api/answer";
import { type Caller, requireModerator, requireUser } from "@/lib/api/caller";
import { clientIp } from "@/lib/api/client-ip";
import { type Counted, countRequest } from "@/lib/api/count-request";
import { requireCron } from "@/lib/api/cron";
import type { ErrorCode } from "@/lib/api/errors";
import {
  parseInput,
  readJson,
  readQuery,
  readUpload,
  type Upload,
  type UploadedFile,
} from "@/lib/api/input";
import type { LimitKind } from "@/lib/api/limits";
import { type Observation, observe } from "@/lib/api/observe";
import { startPatience } from "@/lib/api/patience";
import type { Limit } from "@/lib/api/rate-limit";
import { setRateLimitHeaders } from "@/lib/api/rate-limit-headers";
import { refusedAgain } from "@/lib/api/refusals";
import { signedOut } from "@/lib/api/signed-out";
import { readTwilioRequest } from "@/lib/api/twilio-request";

/** Scheduled work looks at the clock itself; this is for when it has forgotten to. */
const scheduledMs = 10 * 60_000;

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
  /** Which of `limitKinds` it counts as; by access and method unless given. */
  kind?: LimitKind;
  /** How often one person (or, for public routes, one address) may call this route, beside its kind's limits. */
  limit?: Limit;
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

/** What Next.js hands to a route beside the request. */
interface Context {
  params: Promise<unknown>;
}

/** A Next.js route handler that still knows its declaration. */
export interface Route {
  (request: Request, context?: Context): Promise<Response>;
  declaration: Declaration;
}

/**
 * Makes a route handler from what the route says of itself and a function that does its work.
 * Checks access, limits and input in this order before the function runs; answers
 * `{ ok: true, ... }` with what it returns, or the Response it returns, or the ApiError it throws.
 */
export function route<
  A extends Access,
  B = undefined,
  Q = undefined,
  P = undefined,
  U extends Upload | undefined = undefined,
>(declaration: Declaration<A, B, Q, P, U>, handler: Handler<A, B, Q, P, U>): Route {
  const answer = async (request: Request, context: Context | undefined, seen: Observation) => {
    const { requestId } = seen;
    const ip = clientIp(request);
    let counted: Counted | undefined;
    let response: Response;
    let caller: Caller | undefined;
    try {
      const inTime = startPatience(declaration.access === "cron" ? scheduledMs : undefined);
      const admitted = await inTime(() => requireAccess(declaration, request)).catch((error) => {
        throw refusedAgain(error, ip);
      });
      caller = admitted.caller;
      if (caller) seen.userId = caller.userId;
      const use = { declaration, verb: request.method, userId: caller?.userId, ip };
      counted = await inTime(() => countRequest(use));
      if (counted.refusal) throw counted.refusal;
      const input = await readInput(declaration, request, { signed: admitted.signed, context });
      const all = { request, requestId, ip, ...caller, ...input };
      const result = await inTime(() => handler(all as HandlerInput<A, B, Q, P, U>));
      response = result instanceof Response ? result : success(result);
    } catch (error) {
      response = failure(caller ? signedOut(error) : error, seen);
    }
    response.headers.set("X-Request-Id", requestId);
    if (counted?.allowance) setRateLimitHeaders(response.headers, counted.allowance);
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
    return response;
  };
  const handle = (request: Request, context?: Context) =>
    observe(request, context, (seen) => answer(request, context, seen));
  return Object.assign(handle, { declaration: declaration as Declaration });
}

interface Admitted {
  caller: Caller | undefined;
  /** What Twilio has signed. */
  signed: unknown;
}

async function requireAccess({ access }: { access: Access }, request: Request): Promise<Admitted> {
  const signed = access === "twilio" ? await readTwilioRequest(request) : undefined;
  if (access === "cron") requireCron(request);
  if (access === "user") return { caller: await requireUser(request), signed };
  return { caller: access === "moderator" ? await requireModerator(request) : undefined, signed };
}

async function readInput(
  { body, query, params, upload }: Pick<Declaration, "body" | "query" | "params" | "upload">,
  request: Request,
  { signed, context }: { signed: unknown; context: Context | undefined },
) {
  return {
    body: body && parseInput(body, signed ?? (await readJson(request))),
    query: query && parseInput(query, readQuery(request.url)),
    params: params && parseInput(params, await context?.params),
    // Last: what else is wrong with a request is told before its file has been read.
    file: upload && (await readUpload(request, upload)),
  };
}
