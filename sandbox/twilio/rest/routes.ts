import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { accountRoutes } from "./account.ts";
import { applicationRoutes } from "./applications.ts";
import { basicAuth, ownAccount } from "./auth.ts";
import { availableNumberRoutes } from "./available-numbers.ts";
import { callRecordingRoutes } from "./call-recordings.ts";
import { callTranscriptionRoutes } from "./call-transcriptions.ts";
import { callRoutes } from "./calls.ts";
import { dialingPermissionRoutes } from "./dialing-permissions.ts";
import { restFaults } from "./faults.ts";
import { incomingNumberRoutes } from "./incoming-numbers.ts";
import { keyRoutes } from "./keys.ts";
import { lookupRoutes } from "./lookup.ts";
import { messageRoutes } from "./messages.ts";
import { messagingPermissionRoutes } from "./messaging-permissions.ts";
import { participantRoutes } from "./participants.ts";
import { pricingRoutes } from "./pricing.ts";
import { recordingRoutes } from "./recordings.ts";
import { roomRoutes } from "./rooms.ts";
import { transcriptionRoutes } from "./transcriptions.ts";
import { usageRoutes } from "./usage.ts";
import { verifyRoutes } from "./verify.ts";

/**
 * Every REST API of the sandbox's Twilio on one origin: the paths of api.twilio.com,
 * verify.twilio.com, video.twilio.com and the other hosts do not overlap.
 */
export function restRoutes(context: TwilioContext): Hono<{ Bindings: HttpBindings }> {
  const account = new Hono()
    .use(ownAccount(context.config))
    .route("/", accountRoutes(context))
    .route("/", keyRoutes(context))
    .route("/", applicationRoutes(context))
    .route("/", callRoutes(context))
    .route("/", callRecordingRoutes(context))
    .route("/", callTranscriptionRoutes(context))
    .route("/", recordingRoutes(context))
    .route("/", transcriptionRoutes(context))
    .route("/", messageRoutes(context))
    .route("/", availableNumberRoutes(context))
    .route("/", incomingNumberRoutes(context))
    .route("/", usageRoutes(context));

  return new Hono<{ Bindings: HttpBindings }>()
    .use("/2010-04-01/*", restFaults(context.faults), basicAuth(context.config, context.keys))
    .use("/v1/*", restFaults(context.faults), basicAuth(context.config, context.keys))
    .use("/v2/*", restFaults(context.faults), basicAuth(context.config, context.keys))
    .route("/2010-04-01/Accounts/:accountSid", account)
    .route("/v1", pricingRoutes())
    .route("/v1", dialingPermissionRoutes())
    .route("/v1", messagingPermissionRoutes())
    .route("/v1", roomRoutes(context))
    .route("/v1", participantRoutes(context))
    .route("/v2", verifyRoutes(context))
    .route("/v2", lookupRoutes());
}
