import { expect } from "vitest";
import type { z } from "zod";
import { errorStatus } from "../../../lib/api/errors.ts";
import type { Operation } from "../../../lib/api/openapi-types.ts";
import { fieldsOf } from "../../../lib/fields.ts";
import type { RouteAnswer } from "../call-route.ts";

/** What nobody outside should read: stacks, places in the code, and what the database said. */
const inside =
  /\n\s+at |node_modules|file:\/\/|\.tsx?:\d|PostgrestError|ZodError|violates|duplicate key|syntax for type|PGRST\d/;

/** Fails unless an answer is one that the route has announced, whatever was asked. */
export function expectSound(
  { status, json, text, headers }: RouteAnswer,
  { response }: { response?: z.ZodObject | undefined },
  operation: Operation | undefined,
): void {
  expect(text).not.toMatch(inside);
  expect(headers.get("x-request-id")).toBeTruthy();
  if (status < 400) {
    if (response && status === 200) expect(response.safeParse(json).error).toBeUndefined();
    return;
  }
  const error = fieldsOf(fieldsOf(json).error);
  expect(status, text).toBeLessThan(500);
  expect(error).toMatchObject({
    message: expect.stringMatching(/\S/),
    requestId: expect.any(String),
  });
  expect({ [String(error.code)]: status }).toEqual({
    [String(error.code)]: Reflect.get(errorStatus, String(error.code)),
  });
  const announced = operation?.responses[status]?.content["application/json"]?.examples ?? {};
  expect(Object.keys(announced)).toContain(error.code);
}
