import { exampleValues } from "@/lib/api/example-values";
import type { JsonSchema } from "@/lib/api/openapi-types";

/** How much of an object an example shows. */
type Extent = "required" | "all";

/**
 * A value as a JSON Schema allows it and as a person would expect to see it: its own first example,
 * or one made of what it says.
 *
 * @param name - of the field that the value is for: says more than a type
 */
export function exampleOf(schema: JsonSchema, name: string, extent: Extent): unknown {
  if (schema.examples) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.find((value) => value !== null);
  const either = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find(
    (one) => typeof one === "object" && one.type !== "null",
  );
  if (typeof either === "object") return exampleOf(either, name, extent);
  if (schema.properties) return objectOf(schema, extent);
  if (typeof schema.items === "object" && !Array.isArray(schema.items)) {
    return Array(schema.minItems ?? 1).fill(exampleOf(schema.items, name, extent));
  }
  const fitting = exampleValues[name]?.find((value) => fits(value, schema));
  return fitting ?? plain(schema);
}

function objectOf({ properties, required = [] }: JsonSchema, extent: Extent) {
  const entries = Object.entries(properties ?? {}).flatMap(([key, property]) =>
    typeof property === "object" && (extent === "all" || required.includes(key))
      ? [[key, exampleOf(property, key, extent)] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

function fits(value: unknown, { type, pattern, format, minimum, maximum }: JsonSchema): boolean {
  const types = [type ?? []].flat();
  if (typeof value === "number") {
    const isWhole = !types.includes("integer") || Number.isInteger(value);
    const isNumber = types.includes("number") || types.includes("integer");
    return isNumber && isWhole && value >= (minimum ?? value) && value <= (maximum ?? value);
  }
  if (typeof value !== "string" || (types.length > 0 && !types.includes("string"))) return false;
  if (format === "date" && value.length !== 10) return false;
  return pattern === undefined || new RegExp(pattern).test(value);
}

function plain({ type, minimum, default: usual }: JsonSchema): unknown {
  if (usual !== undefined) return usual;
  const [first] = [type ?? "null"].flat();
  if (first === "string") return "…";
  if (first === "integer" || first === "number") return minimum && minimum > 0 ? minimum : 1;
  if (first === "boolean") return true;
  return first === "object" ? {} : null;
}
