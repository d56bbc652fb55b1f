import { request } from "node:http";
import { expect, test } from "vitest";
import { startSandbox } from "./testing/sandbox.ts";

/** Answers with the status of a request whose Host header says what it likes. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test.each([
  ["localhost:54330", 200],
  ["127.0.0.1:54330", 200],
  ["[::1]:54330", 200],
  ["attacker.example", 403],
  ["127.0.0.1.attacker.example", 403],
  ["localhost@attacker.example", 400],
])("a request to the host %s gets %i", async (host, status) => {
  const { url } = await startSandbox();
  expect(await statusFor(`${url}/faults`, host)).toBe(status);
});

test("a page of another origin can change nothing", async () => {
  const sandbox = await startSandbox({ config: { publicUrl: "https://duet.example" } });
  const post = (path: string, origin?: string) =>
    fetch(sandbox.url + path, {
      method: "POST",
      body: JSON.stringify({ target: "rest", kind: "drop", answer: "busy" }),
      headers: origin === undefined ? {} : { origin },
    });
  const behaviour = "/phones/+14155550101/behaviour";
  for (const path of ["/faults", behaviour]) {
    expect((await post(path, "https://attacker.example")).status).toBe(403);
    expect((await post(path, "null")).status).toBe(403);
  }
  expect(sandbox.context.faults.list()).toEqual([]);
  expect(sandbox.context.phones.behaviour("+14155550101").answer).toBe("answer");

  for (const origin of [undefined, sandbox.url, "https://duet.example"]) {
    expect((await post("/faults", origin)).ok).toBe(true);
  }
});
