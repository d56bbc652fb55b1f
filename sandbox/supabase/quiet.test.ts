import { expect, test, vi } from "vitest";

const print = vi.spyOn(console, "error").mockImplementation(() => {});
const { quietly } = await import("./quiet.ts");

const answer = (status: number) => async () => {
  console.error(`printed with ${status}`);
  return new Response(null, { status });
};

test("only faults of the server reach the console", async () => {
  expect((await quietly(answer(400))).status).toBe(400);
  expect(print).not.toHaveBeenCalled();
  await quietly(answer(500));
  expect(print.mock.calls).toEqual([["printed with 500"]]);
  console.error("elsewhere");
  expect(print).toHaveBeenLastCalledWith("elsewhere");
});
