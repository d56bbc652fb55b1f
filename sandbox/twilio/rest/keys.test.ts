import { expect, test } from "vitest";
import { phoneToken } from "../../console/token.ts";
import { verifyAccessToken } from "../edge/access-token.ts";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";

test("a key that is created opens the account and signs tokens until it is removed", async () => {
  const sandbox = await startSandbox();
  const client = clientOf(sandbox);
  const { sid, secret } = await client.newKeys.create({ friendlyName: "Second" });
  expect(sid).toMatch(/^SK[0-9a-f]{32}$/);
  expect((await client.keys.list()).map(({ friendlyName }) => friendlyName)).toContain("Second");

  const ours = clientOf(sandbox, { user: sid, password: secret });
  expect(await ours.applications.list()).toHaveLength(1);
  const token = phoneToken({ ...sandbox.config, apiKey: sid, apiSecret: secret }, "ann");
  const verify = () => verifyAccessToken(token, sandbox.context.keys, Date.now());
  expect(verify().identity).toBe("ann");

  expect(await client.keys(sid).remove()).toBe(true);
  await expect(ours.applications.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  expect(verify).toThrow(expect.objectContaining({ code: 31201 }));
});

test("the secret of a key is told once", async () => {
  const sandbox = await startSandbox();
  const client = clientOf(sandbox);
  const { sid, secret } = await client.newKeys.create({ friendlyName: "Second" });
  const { url, config } = sandbox;
  const credentials = Buffer.from(`${config.accountSid}:${config.authToken}`).toString("base64");
  const answer = await fetch(`${url}/2010-04-01/Accounts/${config.accountSid}/Keys/${sid}.json`, {
    headers: { authorization: `Basic ${credentials}` },
  });
  expect(await answer.text()).not.toContain(secret);
  const renamed = await client.keys(sid).update({ friendlyName: "Third" });
  expect(renamed.friendlyName).toBe("Third");
});
