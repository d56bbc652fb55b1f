import { z } from "zod";
import { checkOrigin } from "@/lib/api/caller";
import { route } from "@/lib/api/route";
import { rememberDevice } from "@/lib/auth/known-device";
import { readRecipient } from "@/lib/auth/recipient";
import { recipientFields } from "@/lib/auth/request-fields";
import { presentSession, sessionFields } from "@/lib/auth/session-fields";
import { checkVerification } from "@/lib/auth/verify-check";

/** Checks a code and signs its owner in. */
export const POST = route(
  {
    access: "public",
    kind: "codes",
    summary: "Sign in with a code",
    body: z.object({
      ...recipientFields,
      code: z
        .string("must be the digits of the code")
        .regex(/^\s*(\d\s*){4,10}$/, "must be the digits of the code"),
      session: z
        .enum(["cookie", "token"], "must be cookie or token")
        .default("cookie")
        .describe("cookie sets the session cookies; token gives the tokens in the answer"),
    }),
    response: z.object({
      verified: z.literal(true),
      phone: z.string().optional().describe("The number in E.164"),
      email: z.string().optional(),
      needsProfile: z.boolean().describe("No name and birth date have been given yet"),
      ...z.object(sessionFields).partial().shape,
    }),
    errors: [
      "invalid_phone",
      "unsupported_country",
      "premium_number",
      "wrong_code",
      "code_expired",
      "too_many_checks",
      "rate_limited",
      "bad_origin",
      "forbidden",
      "conflict",
      "not_configured",
      "provider_error",
    ],
  },
  async ({ request, body, ip }) => {
    // Another site must not be able to sign its visitor in as somebody else.
    if (body.session === "cookie") checkOrigin(request);
    const recipient = readRecipient(body);
    const code = body.code.replace(/\s/g, "");
    const check = { recipient, code, ip, store: body.session };
    const { session, needsProfile } = await checkVerification(check);
    if (body.session === "cookie") await rememberDevice(recipient);
    return {
      verified: true,
      [recipient.kind]: recipient.to,
      needsProfile,
      ...(body.session === "token" && presentSession(session)),
    };
  },
);
