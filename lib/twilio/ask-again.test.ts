import { createServer } from "node:http";
import { afterAll, beforeEach, expect, test } from "vitest";
import { close, listen } from "../../sandbox/listen.ts";
import { askAgain } from "./ask-again.ts";
import { RedirectedClient } from "./http-client.ts";

let failures = 0;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  response.statusCode = asked.length <= failures ? 500 : 200;
  response.end("{}");
});
const url = await listen(server);
afterAll(() => close(server));
beforeEach(() => asked.splice(0));

const client = askAgain(new RedirectedClient(url));
const send = (method: "get" | "post") =>
  client.request({ method, uri: "https://api.twilio.com/2010-04-01/Calls.json?To=x" });

test("a question that fails is asked again, where the account's API is", async () => {
  failures = 2;
  expect(await send("get")).toMatchObject({ statusCode: 200 });
  expect(asked).toEqual(Array(3).fill("GET /2010-04-01/Calls.json?To=x"));
});

test("but not for ever", async () => {
  failures = 9;
  expect(await send("get")).toMatchObject({ statusCode: 500 });
  expect(asked).toHaveLength(3);
});

test("what changes something is sent once", async () => {
  failures = 9;
  expect(await send("post")).toMatchObject({ statusCode: 500 });
  expect(asked).toHaveLength(1);
});
