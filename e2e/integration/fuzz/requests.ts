import fc from "fast-check";
import { z } from "zod";
import type { JsonSchema } from "../../../lib/api/openapi-types.ts";
import type { RouteCall } from "../call-route.ts";
import { hostileTexts } from "./hostile.ts";
import { type Known, valueFor } from "./of-schema.ts";
import { fieldsOfSchema, poisoned } from "./poisoned.ts";

/** What is known of a route whose requests are made up. */
export interface Target {
  access: string;
  body?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  upload?: { types: readonly string[] } | undefined;
}

type Sent = Partial<RouteCall>;

/**
 * Requests to a route: near to what it takes, and far from it.
 *
 * @param usual - one that it takes
 */
export function requestsTo(target: Target, usual: Sent, known: Known): fc.Arbitrary<Sent> {
  return fc
    .tuple(contentOf(target, usual, known), queryOf(target, usual, known), strangeHeaders())
    .map(([content, path, headers]) => ({
      ...content,
      path,
      headers: { ...headers, ...content.headers },
    }));
}

/** Requests that are right but for one text. */
export function nearlyRight(target: Target, usual: Sent): Sent[] {
  const given = Object.fromEntries(new URLSearchParams(usual.path));
  const bodies = target.body ? poisoned(schemaOf(target.body), rightContent(usual)) : [];
  const queries = target.query ? poisoned(schemaOf(target.query), given) : [];
  return [
    ...bodies.map((body) => ({ ...usual, ...asContent(target, usual, body) })),
    ...queries.map((query) => ({ ...usual, path: `?${new URLSearchParams(textsOf(query))}` })),
  ];
}

const rightContent = ({ body, form }: Sent): object => ({ ...form, ...(body ?? {}) });

function asContent({ access }: Target, usual: Sent, value: unknown): Sent {
  return access === "twilio" ? { form: { ...usual.form, ...textsOf(value) } } : { body: value };
}

function contentOf(target: Target, usual: Sent, known: Known): fc.Arbitrary<Sent> {
  const same = fc.constant(usual);
  if (target.upload) return fc.oneof(same, fileOf(target.upload.types));
  if (!target.body) return same;
  const schema = schemaOf(target.body);
  const made = valueFor(schema, "", known);
  const oneChanged = fc
    .oneof(
      ...fieldsOfSchema(schema).map(([name, field]) =>
        fc.record({ [name]: valueFor(field, name, known) }),
      ),
    )
    .map((change) => ({ ...rightContent(usual), ...change }));
  const content = fc.oneof(made, oneChanged).map((value) => asContent(target, usual, value));
  if (target.access === "twilio") return content;
  return fc.oneof(
    { weight: 1, arbitrary: same },
    { weight: 8, arbitrary: content },
    { weight: 1, arbitrary: brokenJson() },
  );
}

/** Bodies that are no JSON, say that they are not, or are too long. */
function brokenJson(): fc.Arbitrary<Sent> {
  const types = ["application/json", "application/json; charset=utf-16", "text/plain", ""];
  const texts = [
    "{",
    "undefined",
    '{"a":1e999}',
    '"\\ud800"',
    "[".repeat(30_000),
    "a".repeat(70_000),
  ];
  const bytes = fc.uint8Array({ maxLength: 40 }).map((each) => new Uint8Array(each));
  return fc
    .tuple(fc.constantFrom(...types), fc.oneof(fc.constantFrom(...texts), bytes))
    .map(([type, rawBody]) => ({ headers: { "content-type": type }, rawBody }));
}

/** How the files begin that routes take: a program that trusts that reads on. */
const beginnings = [
  [],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], // PNG
  [0xff, 0xd8, 0xff, 0xe0], // JPEG
  [0x52, 0x49, 0x46, 0x46, 0xff, 0xff, 0xff, 0xff, 0x57, 0x45, 0x42, 0x50], // WebP
  [0x1a, 0x45, 0xdf, 0xa3], // WebM
  [0x00, 0x00, 0x00, 0x18, 0x66, 0x74, 0x79, 0x70], // MP4
  [0x4f, 0x67, 0x67, 0x53], // Ogg
];

function fileOf(types: readonly string[]): fc.Arbitrary<Sent> {
  const bytes = fc
    .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }))
    .map(([beginning, rest]) => new Uint8Array([...beginning, ...rest]));
  return fc
    .tuple(fc.constantFrom(...types, "image/svg+xml", "a/b;c=d", ""), bytes)
    .map(([type, rawBody]) => ({ headers: { "content-type": type }, rawBody }));
}

function queryOf({ query }: Target, usual: Sent, known: Known): fc.Arbitrary<string> {
  const same = fc.constant(usual.path ?? "");
  if (!query) return same;
  const given = Object.fromEntries(new URLSearchParams(usual.path));
  const text = valueFor(schemaOf(query), "", known).map((value) => {
    const all = new URLSearchParams({ ...given, ...textsOf(value) });
    return `?${all}`;
  });
  const raw = fc.constantFrom("?", "?%", "?a=%ff%fe", "?a[]=1&a[]=2&__proto__=1", "?&&&=");
  return fc.oneof(
    { weight: 1, arbitrary: same },
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: raw },
  );
}

/** Headers that somebody sends who wishes no good. */
function strangeHeaders(): fc.Arbitrary<Record<string, string>> {
  const values = [
    ...["", "a".repeat(3_000), "\u00ff\u00fe", "bytes=9-1,-", "bytes=0-99999999999999999999"],
    ...[
      "*/*;q=x",
      "base64-eyJhY2Nlc3NfdG9rZW4iOjF9",
      "'; --",
      "::ffff:1.2.3.4, x",
      "99999999999999",
    ],
  ];
  const names = ["range", "accept-language", "user-agent", "idempotency-key", "x-forwarded-for"];
  const more = ["if-none-match", "content-length-hint", "traceparent", "x-request-id", "accept"];
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.dictionary(fc.constantFrom(...names, ...more), fc.constantFrom(...values), {
        maxKeys: 3,
      }),
    },
  );
}

/** What stands in a path where an id should. */
export function idOf(right: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.uuid() },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...hostileTexts.filter((text) => text.length < 5_000)),
    },
  );
}

function schemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}

/** The fields of a value as texts: all that a form or a query can carry. */
function textsOf(value: unknown): Record<string, string> {
  const fields = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    fields.map(([key, field]) => {
      const text = typeof field === "string" ? field : (JSON.stringify(field) ?? "");
      // What is signed is what arrives: half a pair of UTF-16 does not.
      return [key.toWellFormed(), text.toWellFormed()];
    }),
  );
}
