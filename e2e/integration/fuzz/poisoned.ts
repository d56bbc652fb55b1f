import type { JsonSchema } from "../../../lib/api/openapi-types.ts";

/** What schemas take for a text and what is behind them may stumble on. */
const poisons = ["a\u0000b", "\ud800", "a".repeat(5_000), '"\\%_*(){},:'];

/** The fields of an object, those of all its variants together. */
export function fieldsOfSchema(schema: JsonSchema): [name: string, field: JsonSchema][] {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const own = Object.entries(schema.properties ?? {});
  const theirs = variants.flatMap((variant) =>
    typeof variant === "object" ? fieldsOfSchema(variant) : [],
  );
  const named = own.flatMap(([name, field]): [string, JsonSchema][] =>
    typeof field === "object" ? [[name, field]] : [],
  );
  return [...named, ...theirs];
}

/** A right object with one wrong text in it, once for each free text and each kind of wrong. */
export function poisoned(schema: JsonSchema, right: object): Record<string, unknown>[] {
  return fieldsOfSchema(schema)
    .filter(([, field]) => mayBeText(field))
    .flatMap(([name]) => poisons.map((text) => ({ ...right, [name]: text })));
}

function mayBeText({ type, enum: values, const: value, format, anyOf }: JsonSchema): boolean {
  if (values || value !== undefined || format) return false;
  if (anyOf) return anyOf.some((one) => typeof one === "object" && mayBeText(one));
  return [type ?? "string"].flat().includes("string");
}
