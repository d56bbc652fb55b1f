import fc from "fast-check";
import { exampleValues } from "../../../lib/api/example-values.ts";
import type { JsonSchema } from "../../../lib/api/openapi-types.ts";
import { hostileTexts, hostileValue } from "./hostile.ts";

/** Values that exist in the world of a test, by the names of fields. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/**
 * Values as a JSON Schema allows them, mixed with some that it does not: fields of the wrong type,
 * out of range, missing, or unheard of.
 *
 * @param name - of the field; what is known by that name is tried among others
 */
export function valueFor(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 9, arbitrary: allowed(schema, name, known) },
    { weight: 1, arbitrary: hostileValue() },
  );
}

function allowed(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum);
  const either = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].filter(
    (one) => typeof one === "object",
  );
  if (either.length > 0) return fc.oneof(...either.map((one) => allowed(one, name, known)));
  if (schema.properties) return objectOf(schema, known);
  if (typeof schema.items === "object" && !Array.isArray(schema.items)) {
    const { minItems = 0, maxItems = 12 } = schema;
    const sizes = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 12) };
    return fc.array(valueFor(schema.items, name, known), sizes);
  }
  const named = [
    ...(known[name] ?? []),
    ...(exampleValues[name] ?? []),
    ...(schema.examples ?? []),
  ];
  const plain = plainOf(schema);
  return named.length > 0 ? fc.oneof(fc.constantFrom<unknown>(...named), plain) : plain;
}

function objectOf({ properties = {} }: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(
    ([key, property]): [string, fc.Arbitrary<unknown>] => [
      key,
      typeof property === "object" ? valueFor(property, key, known) : hostileValue(),
    ],
  );
  const strange = fc.dictionary(fc.constantFrom(...hostileTexts), hostileValue(), { maxKeys: 2 });
  const whole = fc.record(Object.fromEntries(fields));
  const partial = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  return fc.oneof(
    { weight: 4, arbitrary: whole },
    { weight: 2, arbitrary: partial },
    { weight: 1, arbitrary: fc.tuple(partial, strange).map(([a, b]) => ({ ...a, ...b })) },
  );
}

function plainOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const [type] = [schema.type ?? "any"].flat();
  const { minimum = -1_000, maximum = 100_000, minLength = 0, maxLength = 300 } = schema;
  switch (type) {
    case "string":
      if (schema.format === "uuid") return fc.uuid();
      if (schema.format === "date-time")
        return fc.date({ noInvalidDate: true }).map((at) => at.toISOString());
      if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
      return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 300)) });
    case "integer":
      return fc.oneof(
        fc.integer({
          min: Math.ceil(Math.max(minimum, -(2 ** 31))),
          max: Math.floor(Math.min(maximum, 2 ** 31 - 1)),
        }),
        fc.constantFrom(minimum, maximum),
      );
    case "number":
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return hostileValue();
  }
}
