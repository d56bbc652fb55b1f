import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";

test("the account answers to its SID and token", async () => {
  const sandbox = await startSandbox();
  const account = await clientOf(sandbox).api.v2010.accounts(sandbox.config.accountSid).fetch();
  expect(account).toMatchObject({ sid: sandbox.config.accountSid, status: "active" });
  expect(account.dateCreated).toBeInstanceOf(Date);
});

test("an API key and its secret are as good as the token", async () => {
  const sandbox = await startSandbox();
  const { apiKey, apiSecret } = sandbox.config;
  const client = clientOf(sandbox, { user: apiKey, password: apiSecret });
  const key = await client.keys(apiKey).fetch();
  expect(key.sid).toBe(apiKey);
  expect((await client.keys.list()).map(({ sid }) => sid)).toEqual([apiKey]);
});

test.each(["account SID", "API key"])("a wrong secret for the %s is refused", async (which) => {
  const sandbox = await startSandbox();
  const { accountSid, apiKey } = sandbox.config;
  const user = which === "API key" ? apiKey : accountSid;
  const client = clientOf(sandbox, { user, password: "wrong" });
  await expect(client.api.v2010.accounts(accountSid).fetch()).rejects.toMatchObject({
    status: 401,
    code: 20003,
    moreInfo: "https://www.twilio.com/docs/errors/20003",
  });
});

test("a request without credentials is refused and told to authenticate", async () => {
  const { url, config } = await startSandbox();
  const response = await fetch(`${url}/2010-04-01/Accounts/${config.accountSid}.json`);
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toContain("Basic");
});

test("another account is not found", async () => {
  const sandbox = await startSandbox();
  const other = `AC${"0".repeat(32)}`;
  await expect(clientOf(sandbox).api.v2010.accounts(other).fetch()).rejects.toMatchObject({
    status: 404,
    code: 20404,
  });
});

test("a resource that does not exist is 404 with code 20404", async () => {
  const sandbox = await startSandbox();
  const client = clientOf(sandbox);
  const missing = { status: 404, code: 20404 };
  await expect(client.sip.domains.list()).rejects.toMatchObject(missing);
  await expect(client.keys(`SK${"0".repeat(32)}`).fetch()).rejects.toMatchObject(missing);
});

test("the configured number is the one the account owns", async () => {
  const sandbox = await startSandbox();
  const client = clientOf(sandbox);
  const { phoneNumber } = sandbox.config;
  const [owned, ...others] = await client.incomingPhoneNumbers.list({ phoneNumber });
  expect(others).toEqual([]);
  expect(owned).toMatchObject({ phoneNumber, capabilities: { voice: true, sms: true } });
  expect(await client.incomingPhoneNumbers.list({ phoneNumber: "+14155550199" })).toEqual([]);
  const fetched = await client.incomingPhoneNumbers(owned?.sid ?? "").fetch();
  expect(fetched.phoneNumber).toBe(phoneNumber);
});
