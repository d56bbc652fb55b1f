import "server-only";
import { z } from "zod";
import { errorMeanings } from "@/lib/api/error-meanings";
import { type ErrorCode, errorStatus } from "@/lib/api/errors";
import { exampleOf } from "@/lib/api/example";
import { sizeWords } from "@/lib/api/input";
import { limitWords } from "@/lib/api/limits";
import type { JsonSchema, OpenApiDocument, Operation, Parameter } from "@/lib/api/openapi-types";
import type { Declaration, Route } from "@/lib/api/route";

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Verb = (typeof verbs)[number];

/** The verbs of each route module, by path with parameters in braces. */
export type RouteTable = Record<string, Partial<Record<Verb, Route>>>;

/** The verbs that a module answers, with their routes; what else it exports is for Next.js. */
export function verbsOf(module: Partial<Record<Verb, Route>>): [Verb, Route][] {
  return verbs.flatMap((verb): [Verb, Route][] => {
    const route = module[verb];
    return route ? [[verb, route]] : [];
  });
}

const security: Record<Declaration["access"], Operation["security"]> = {
  public: [],
  user: [{ session: [] }, { bearer: [] }],
  moderator: [{ session: [] }, { bearer: [] }],
  twilio: [{ twilioSignature: [] }],
  cron: [{ cronSecret: [] }],
};

/**
 * The API as OpenAPI 3.1, made from the routes' own declarations.
 *
 * @param routes - every route of the app
 * @param serverUrl - public origin of the app
 */
export function openApiDocument(routes: RouteTable, serverUrl: string): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: {
      title: "Duet API",
      version: "1.0.0",
      description:
        "Every answer is JSON with `ok`; a failure carries `error.code` of a closed list and a sentence.",
    },
    servers: [{ url: serverUrl }],
    paths: Object.fromEntries(
      Object.entries(routes).map(([path, module]) => [
        path,
        Object.fromEntries(
          verbsOf(module).map(([verb, { declaration }]) => [
            verb.toLowerCase(),
            operation(declaration, verb),
          ]),
        ),
      ]),
    ),
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "sb-auth-token",
          description: "The Supabase session cookies.",
        },
        bearer: { type: "http", scheme: "bearer", description: "A Supabase access token." },
        twilioSignature: { type: "apiKey", in: "header", name: "X-Twilio-Signature" },
        cronSecret: { type: "http", scheme: "bearer", description: "CRON_SECRET." },
      },
      schemas: { Error: errorSchema },
    },
  };
}

const exampleRequestId = "0b5f2c1e-6d3a-4f8b-9c07-2e1a4d7f5b06";

const errorSchema: JsonSchema = {
  type: "object",
  required: ["ok", "error"],
  properties: {
    ok: { const: false },
    error: {
      type: "object",
      required: ["code", "message", "requestId"],
      properties: {
        code: { enum: Object.keys(errorStatus) },
        message: { type: "string" },
        requestId: { type: "string" },
        fields: { type: "object", additionalProperties: { type: "string" } },
        retryAfterSeconds: { type: "integer" },
        providerCode: { type: "integer", description: "Twilio's own code of the failure" },
      },
    },
  },
};

function operation(declaration: Declaration, verb: string): Operation {
  const { access, summary, response, produces, upload } = declaration;
  const limits = [
    limitWords(declaration, verb),
    upload && `The file may have ${sizeWords(upload.maxBytes)}.`,
  ].filter(Boolean);
  return {
    summary,
    description: limits.join(" ") || undefined,
    security: security[access],
    parameters: [
      ...parameters(declaration.params, "path"),
      ...parameters(declaration.query, "query"),
    ],
    requestBody: requestBody(declaration),
    responses: {
      200: {
        description: "Done",
        content: produces
          ? { [produces]: {} }
          : { "application/json": withExample(successSchema(response), "all") },
      },
      ...failures(declaration),
    },
  };
}

function requestBody({ access, body, upload }: Declaration): Operation["requestBody"] {
  // A raw file has no schema: https://spec.openapis.org/oas/v3.1.1.html#considerations-for-file-uploads
  if (upload) {
    return { required: true, content: Object.fromEntries(upload.types.map((type) => [type, {}])) };
  }
  const type = access === "twilio" ? "application/x-www-form-urlencoded" : "application/json";
  return body && { required: true, content: { [type]: withExample(jsonSchema(body), "required") } };
}

function failures({
  access,
  whenClosed,
  body,
  query,
  params,
  upload,
  errors = [],
}: Declaration): Operation["responses"] {
  const codes: ErrorCode[] = [...errors, "internal_error", "unavailable"];
  if (body || query || params || upload) codes.push("invalid_request");
  if (body || upload) codes.push("payload_too_large");
  if (upload || (body && access !== "twilio")) codes.push("unsupported_media_type");
  if (access === "user") codes.push("unauthorized", "bad_origin");
  if (access === "moderator") codes.push("unauthorized", "bad_origin", "not_found");
  if ((access === "user" || access === "moderator") && !whenClosed) codes.push("account_closed");
  if (access === "twilio") codes.push("bad_signature");
  if (access === "cron") codes.push("unauthorized", "not_configured");
  if (access !== "twilio") codes.push("rate_limited");
  const byStatus = Object.groupBy(codes, (code) => errorStatus[code]);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, group]) => [
      status,
      {
        description: [...new Set(group)].join(", "),
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/Error" },
            examples: Object.fromEntries(group.map((code) => [code, failureExample(code)])),
          },
        },
      },
    ]),
  );
}

function failureExample(code: ErrorCode) {
  const summary = errorMeanings[code];
  const error = { code, message: "A sentence for people.", requestId: exampleRequestId };
  return { summary, value: { ok: false, error } };
}

function withExample(schema: JsonSchema, extent: "required" | "all") {
  return { schema, example: exampleOf(schema, "", extent) };
}

function jsonSchema(schema: z.ZodType, io: "input" | "output" = "input"): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function successSchema(response: z.ZodObject = z.object({})): JsonSchema {
  return jsonSchema(z.object({ ok: z.literal(true) }).extend(response.shape), "output");
}

function parameters(schema: z.ZodType | undefined, where: Parameter["in"]): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
  });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: typeof property === "boolean" ? {} : property,
    example: typeof property === "boolean" ? true : exampleOf(property, name, "required"),
  }));
}
