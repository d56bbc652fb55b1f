import type { JsonSchema, OpenApiDocument, Operation } from "@/lib/api/openapi-types";

export interface ListedOperation {
  verb: string;
  path: string;
  operation: Operation;
}

/** The operations of a document, in its order. */
export function operationsOf({ paths }: OpenApiDocument): ListedOperation[] {
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({
      verb: verb.toUpperCase(),
      path,
      operation,
    })),
  );
}

/** Id of an operation's section on the page. */
export function anchorOf(verb: string, path: string): string {
  return `${verb}${path}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

export interface Field {
  name: string;
  type: string;
  required: boolean;
  description: string;
}

/** The fields of an object, those of objects inside it with dotted names. */
export function fieldsOf(schema: JsonSchema, prefix = ""): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (typeof property === "boolean") return [];
    const name = prefix + key;
    const field = {
      name,
      type: typeOf(property),
      required: schema.required?.includes(key) ?? false,
      description: property.description ?? "",
    };
    const items = itemsOf(property);
    return [field, ...fieldsOf(items ?? property, `${name}${items ? "[]" : ""}.`)];
  });
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either)
    return either.map((one) => (typeof one === "boolean" ? "any" : typeOf(one))).join(" | ");
  const items = itemsOf(schema);
  if (items) return `${typeOf(items)}[]`;
  const type = [schema.type ?? "any"].flat().join(" | ");
  return schema.format ? `${type} (${schema.format})` : type;
}

function itemsOf({ type, items }: JsonSchema): JsonSchema | undefined {
  return type === "array" && typeof items === "object" && !Array.isArray(items) ? items : undefined;
}
