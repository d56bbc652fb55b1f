import { expect, test } from "vitest";
import { routes } from "@/app/api/openapi.json/routes";
import { exampleOf } from "@/lib/api/example";
import { openApiDocument, type RouteTable, verbsOf } from "@/lib/api/openapi";
import type { Operation } from "@/lib/api/openapi-types";

const { paths } = openApiDocument(routes, "https://duet.example");

const declared = Object.entries(routes satisfies RouteTable).flatMap(([path, module]) =>
  verbsOf(module).map(([verb, { declaration }]) => ({
    name: `${verb} ${path}`,
    declaration,
    operation: paths[path]?.[verb.toLowerCase()] as Operation,
  })),
);

const valuesOf = (operation: Operation, where: "path" | "query") =>
  Object.fromEntries(
    operation.parameters.flatMap((parameter) =>
      parameter.in === where ? [[parameter.name, parameter.example]] : [],
    ),
  );

test.each(declared)("$name takes its own example", ({ declaration, operation }) => {
  const { body, params, query, response } = declaration;
  const [content] = Object.values(operation.requestBody?.content ?? {});
  if (body) expect(body.safeParse(content?.example).error).toBeUndefined();
  if (params) expect(params.safeParse(valuesOf(operation, "path")).error).toBeUndefined();
  for (const [name, value] of Object.entries(query ? valuesOf(operation, "query") : {})) {
    const issues = query?.safeParse({ [name]: String(value) }).error?.issues ?? [];
    expect(issues.filter(({ path }) => path[0] === name)).toEqual([]);
  }
  const answer = operation.responses[200]?.content["application/json"]?.example;
  if (response) expect(response.safeParse(answer).error).toBeUndefined();
});

test("an example is what its name means, where the schema allows it", () => {
  const phone = { type: "string" as const };
  expect(exampleOf(phone, "phone", "all")).toBe("+14155550101");
  expect(exampleOf({ ...phone, pattern: "^CA" }, "sid", "all")).toMatch(/^CA[0-9a-f]{32}$/);
  expect(exampleOf({ anyOf: [{ type: "null" }, { type: "integer" }] }, "age", "all")).toBe(31);
});

test("an example of what is sent shows what must be sent", () => {
  const schema = { properties: { a: { type: "integer" as const }, b: {} }, required: ["a"] };
  expect(exampleOf(schema, "", "required")).toEqual({ a: 1 });
});
