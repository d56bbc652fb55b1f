import { z } from "zod";
import { route } from "@/lib/api/route";
import {
  answerCallRequest,
  requestCall,
  withdrawCallRequest,
} from "@/lib/calls/permission/request-call";
import { roomKind } from "@/lib/calls/rooms/find-room";
import { matchParams } from "@/lib/matches/group-fields";

export const POST = route(
  {
    access: "user",
    summary: "Ask the other person of a match to allow your calls",
    params: matchParams,
    body: z.object({ kind: roomKind }),
    response: z.object({
      state: z.enum(["asked", "allowed"]).describe("allowed: there is nothing to ask, just call"),
    }),
    errors: ["not_found", "calls_off"],
    limit: { name: "call-request", max: 30, windowSeconds: 3600 },
  },
  async ({ userId, params, body }) => ({
    state: await requestCall({ profileId: userId, ...params, ...body }),
  }),
);

export const PATCH = route(
  {
    access: "user",
    summary: "Answer the other person of a match, who has asked to call you",
    params: matchParams,
    body: z.object({ allow: z.boolean().describe("false: not now; they are not told") }),
    response: z.object({}),
    errors: ["not_found"],
    limit: { name: "call-answer", max: 60, windowSeconds: 3600 },
  },
  async ({ userId, params, body }) => {
    await answerCallRequest(userId, params.matchId, body.allow);
    return {};
  },
);

export const DELETE = route(
  {
    access: "user",
    summary: "Take your request to call back, or put the answer to it away",
    params: matchParams,
    response: z.object({}),
    errors: ["not_found"],
    limit: { name: "call-request-back", max: 60, windowSeconds: 3600 },
  },
  async ({ userId, params }) => {
    await withdrawCallRequest(userId, params.matchId);
    return {};
  },
);
