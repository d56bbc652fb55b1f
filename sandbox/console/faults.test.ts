import { expect, test } from "vitest";
import { faultInput } from "../twilio/fault-input.ts";
import { startSandbox } from "../twilio/testing/sandbox.ts";
import { faultPresets } from "./fault-presets.ts";

const presets = faultPresets.flatMap(({ title, presets: few }) =>
  few.map(({ label, fault }) => ({ name: `${title}: ${label}`, fault })),
);

test.each(presets)("the button $name switches a fault on that makes sense", ({ fault }) => {
  expect(faultInput.parse(fault)).toEqual(fault);
});

test("the page says what is on and how often it has struck, and offers what is over again", async () => {
  const { url, context } = await startSandbox();
  const { faults } = context;
  const lost = { target: "webhook", kind: "drop", match: "<Sid>", times: 1 } as const;
  faults.add(lost);
  faults.take("webhook", "<Sid>");
  const { id } = faults.add({ target: "edge", kind: "slow", delayMs: 300, lossPercent: 10 });
  for (const _ of [1, 2, 3]) faults.take("edge", "voice u_ada");

  const page = (await (await fetch(url)).text()).replaceAll(/\s+/g, " ");
  expect(page).toContain("edge: slow 300 ms, 10 % lost");
  expect(page).toContain("struck 3 </p>");
  expect(page).toContain(`data-remove-fault="${id}"`);
  expect(page).toContain("struck 1 of 1");
  expect(page).toContain("&lt;Sid&gt;");
  const again = /data-repeat-fault="([^"]+)"/.exec(page)?.[1]?.replaceAll("&quot;", '"');
  expect(JSON.parse(again?.replace("&lt;", "<").replace("&gt;", ">") ?? "")).toEqual(lost);
});
