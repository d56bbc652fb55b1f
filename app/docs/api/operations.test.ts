import { expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf, operationsOf } from "@/app/docs/api/operations";
import { openApiDocument } from "@/lib/api/openapi";
import { route } from "@/lib/api/route";

const POST = route(
  {
    access: "public",
    summary: "Try it",
    body: z.object({
      kind: z.enum(["a", "b"]).describe("Which one"),
      tags: z.array(z.string()).optional(),
      place: z.object({ city: z.string().nullable() }),
    }),
  },
  () => ({}),
);

test("a reader learns every field, inner ones too, with type, need and meaning", () => {
  const document = openApiDocument({ "/api/try": { POST } }, "/");
  const [entry] = operationsOf(document);
  const schema = entry?.operation.requestBody?.content["application/json"]?.schema ?? {};
  expect(entry).toMatchObject({ verb: "POST", path: "/api/try" });
  expect(fieldsOf(schema)).toEqual([
    { name: "kind", type: '"a" | "b"', required: true, description: "Which one" },
    { name: "tags", type: "string[]", required: false, description: "" },
    { name: "place", type: "object", required: true, description: "" },
    { name: "place.city", type: "string | null", required: true, description: "" },
  ]);
});
