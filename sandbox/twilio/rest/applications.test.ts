import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";

test("the configured application points at the app", async () => {
  const sandbox = await startSandbox({ config: { publicUrl: "https://duet.example" } });
  const application = await clientOf(sandbox).applications(sandbox.config.twimlAppSid).fetch();
  expect(application).toMatchObject({
    voiceUrl: "https://duet.example/api/twilio/voice/incoming",
    voiceFallbackUrl: "https://duet.example/api/twilio/voice/fallback",
    voiceMethod: "POST",
  });
});

test("an application can be created, changed, found and removed", async () => {
  const client = clientOf(await startSandbox());
  const created = await client.applications.create({
    friendlyName: "Second",
    voiceUrl: "https://example.com/voice",
  });
  expect(created.sid).toMatch(/^AP[0-9a-f]{32}$/);
  expect(created.accountSid).toMatch(/^AC/);

  const updated = await client.applications(created.sid).update({ voiceMethod: "GET" });
  expect(updated).toMatchObject({ voiceUrl: "https://example.com/voice", voiceMethod: "GET" });

  const found = await client.applications.list({ friendlyName: "Second" });
  expect(found.map(({ sid }) => sid)).toEqual([created.sid]);

  expect(await client.applications(created.sid).remove()).toBe(true);
  await expect(client.applications(created.sid).fetch()).rejects.toMatchObject({ code: 20404 });
});

test("an application's URL must be a web address", async () => {
  const client = clientOf(await startSandbox());
  const creating = client.applications.create({ voiceUrl: "javascript:alert(1)" });
  await expect(creating).rejects.toMatchObject({ status: 400, code: 21502 });
});

test("a long list comes in pages that the SDK follows to the end", async () => {
  const client = clientOf(await startSandbox());
  for (let n = 1; n <= 6; n += 1) await client.applications.create({ friendlyName: `App ${n}` });

  const first = await client.applications.page({ pageSize: 3 });
  expect(first.instances).toHaveLength(3);
  expect(first.previousPageUrl).toBeUndefined();
  const second = await first.nextPage();
  expect(second?.instances.map(({ friendlyName }) => friendlyName)).toEqual([
    "App 3",
    "App 4",
    "App 5",
  ]);
  const third = await second?.nextPage();
  expect(third?.instances.map(({ friendlyName }) => friendlyName)).toEqual(["App 6"]);
  expect(third?.nextPageUrl).toBeUndefined();

  expect(await client.applications.list({ pageSize: 2 })).toHaveLength(7);
});
