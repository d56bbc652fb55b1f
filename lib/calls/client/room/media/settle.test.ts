import { expect, test } from "vitest";
import { createSettler } from "@/lib/calls/client/room/media/settle";

test("what is asked for while a step runs is done after it, once", async () => {
  const steps: string[] = [];
  let wanted = "a";
  const first = Promise.withResolvers<void>();
  const settle = createSettler(async () => {
    const step = wanted;
    if (step === "a") await first.promise;
    steps.push(step);
  });

  const asked = [settle()];
  wanted = "b";
  asked.push(settle());
  wanted = "c";
  asked.push(settle());
  first.resolve();
  await Promise.all(asked);

  expect(steps).toEqual(["a", "c"]);
});

test("what is asked for in the very moment in which a run ends is done, too", async () => {
  let steps = 0;
  const settle = createSettler(async () => {
    steps += 1;
  });
  await settle().then(settle);
  expect(steps).toBe(2);
});
