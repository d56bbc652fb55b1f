import type { z } from "zod";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

interface Content {
  [mediaType: string]: {
    schema?: JsonSchema;
    example?: unknown;
    /** By name. */
    examples?: Record<string, { summary: string; value: unknown }>;
  };
}

export interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  schema: JsonSchema;
  example: unknown;
}

/** One verb of one path. */
export interface Operation {
  summary: string;
  description: string | undefined;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody: { required: true; content: Content } | undefined;
  responses: Record<string, { description: string; content: Content }>;
}

/** As much of OpenAPI 3.1 as we write. https://spec.openapis.org/oas/v3.1.1.html */
export interface OpenApiDocument {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, object>; schemas: Record<string, JsonSchema> };
}
