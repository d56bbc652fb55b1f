import { z } from "zod";
import { success } from "@/lib/api/answer";
import { ApiError } from "@/lib/api/errors";
import { type Declaration, route } from "@/lib/api/route";
import { voiceAccessToken } from "@/lib/twilio/access-token";
import { identityOf } from "@/lib/twilio/identity";

const wanted = z.object({ identity: z.string().max(121).optional() });
const declaration = {
  access: "user",
  summary: "Give a browser an access token for calls, valid for an hour",
  response: z.object({ token: z.string(), identity: z.string() }),
  errors: ["foreign_identity", "not_configured"],
  kind: "tokens",
} satisfies Declaration;

function grant(userId: string, wantedIdentity: string | undefined) {
  const identity = identityOf(userId);
  if (wantedIdentity !== undefined && wantedIdentity !== identity) {
    throw new ApiError("foreign_identity", "You can only get a token for yourself.");
  }
  const answer = success({ token: voiceAccessToken(identity), identity });
  // Compressing a secret beside text that the request chose would let its length tell about it.
  answer.headers.set("Cache-Control", "no-store, no-transform");
  return answer;
}

export const GET = route({ ...declaration, query: wanted }, ({ userId, query }) =>
  grant(userId, query.identity),
);

export const POST = route({ ...declaration, body: wanted }, ({ userId, body }) =>
  grant(userId, body.identity),
);
