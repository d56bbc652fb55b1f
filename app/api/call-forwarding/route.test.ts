import { describe, expect, test } from "vitest";
import { giveNumber } from "../../../e2e/integration/own-numbers";
import { callRoute, startSandboxEnv } from "../../../e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const all = await import("@/app/api/call-forwarding/route");
const one = await import("@/app/api/call-forwarding/[id]/route");
const switching = await import("@/app/api/call-forwarding/[id]/toggle/route");

interface Rule {
  id: string;
  condition: string;
  forwardTo: string;
  position: number;
  enabled: boolean;
}

const path = "/api/call-forwarding";
const phone = (n: number) => `+1415555010${n}`;
const refused = (code: string, field?: string) => ({
  ok: false,
  error: {
    code,
    message: expect.stringMatching(/\.$/),
    ...(field && { fields: { [field]: expect.any(String) } }),
  },
});

let nextPhone = 0;
/** Somebody with a number, and what they can do with its rules. */
async function newOwner() {
  const person = await sandbox.signIn(`+1415555${String(3300 + nextPhone++)}`);
  const { id: numberId, number } = await giveNumber(sandbox, person);
  const common = { path, token: person.accessToken };
  return {
    numberId,
    number,
    add: (body: object) =>
      callRoute(all.POST, { ...common, body: { numberId, condition: "always", ...body } }),
    list: (of = numberId) =>
      callRoute(all.GET, { ...common, method: "GET", path: `${path}?numberId=${of}` }),
    change: (id: string, body: object) =>
      callRoute(one.PUT, { ...common, method: "PUT", params: { id }, body }),
    remove: (id: string) => callRoute(one.DELETE, { ...common, method: "DELETE", params: { id } }),
    toggle: (id: string, body: object = {}) =>
      callRoute(switching.PATCH, { ...common, method: "PATCH", params: { id }, body }),
  };
}
type Owner = Awaited<ReturnType<typeof newOwner>>;
async function added(owner: Owner, body: object): Promise<Rule> {
  const { status, json } = await owner.add(body);
  expect(status).toBe(200);
  return (json as { rule: Rule }).rule;
}
const rulesOf = async (owner: Owner) => ((await owner.list()).json as { rules: Rule[] }).rules;

test("a rule is made as it is wanted, or as usual", async () => {
  const ada = await newOwner();
  expect((await ada.add({ forwardTo: " +1 (415) 555-0101 " })).json).toEqual({
    ok: true,
    rule: {
      ...{ id: expect.any(String), numberId: ada.numberId, createdAt: expect.any(String) },
      ...{ condition: "always", forwardTo: phone(1), ringTimeout: 20, position: 0, enabled: true },
    },
  });
  const wanted = { condition: "busy", forwardTo: phone(1), ringTimeout: 60, enabled: false };
  expect(await added(ada, wanted)).toMatchObject(wanted);
  expect(await rulesOf(ada)).toHaveLength(2);
});

test("rules come in the order in which they are tried, and can be put in another", async () => {
  const ada = await newOwner();
  const order = async () => (await rulesOf(ada)).map(({ forwardTo }) => forwardTo.slice(-1));
  const last = await added(ada, { condition: "no-answer", forwardTo: phone(4) });
  const first = await added(ada, { forwardTo: phone(1) });
  await added(ada, { forwardTo: phone(2) });
  await added(ada, { forwardTo: phone(3), position: 0 });
  expect(await order()).toEqual(["3", "1", "2", "4"]);
  await ada.change(first.id, { position: 0 });
  expect(await order()).toEqual(["1", "3", "2", "4"]);
  await ada.change(last.id, { condition: "always", position: 1 });
  expect(await order()).toEqual(["1", "4", "3", "2"]);
});

test("a rule is changed, switched and deleted", async () => {
  const ada = await newOwner();
  const { id } = await added(ada, { forwardTo: phone(1) });
  expect((await ada.change(id, { forwardTo: phone(2), ringTimeout: 5 })).json).toMatchObject({
    rule: { forwardTo: phone(2), ringTimeout: 5, condition: "always", enabled: true },
  });
  expect((await ada.toggle(id)).json).toMatchObject({ rule: { enabled: false } });
  expect((await ada.toggle(id)).json).toMatchObject({ rule: { enabled: true } });
  expect((await ada.toggle(id, { enabled: true })).json).toMatchObject({ rule: { enabled: true } });
  expect((await ada.remove(id)).status).toBe(200);
  expect((await ada.remove(id)).json).toMatchObject(refused("not_found"));
  expect(await rulesOf(ada)).toEqual([]);
});

test.each([
  ["garbage", { forwardTo: "call me" }, "invalid_phone", "forwardTo"],
  ["no country code", { forwardTo: "415 555 0101" }, "invalid_phone", "forwardTo"],
  ["a country we do not call", { forwardTo: "+5511912345678" }, "unsupported_country", "forwardTo"],
  ["a premium number", { forwardTo: "+19002345678" }, "premium_number", "forwardTo"],
  [
    "a stranger, in a test installation",
    { forwardTo: "+14155552671" },
    "number_not_allowed",
    "forwardTo",
  ],
  ["another condition", { condition: "sometimes" }, "invalid_request", "condition"],
  ["4 seconds", { ringTimeout: 4 }, "invalid_request", "ringTimeout"],
  ["61 seconds", { ringTimeout: 61 }, "invalid_request", "ringTimeout"],
  ["half a second", { ringTimeout: 20.5 }, "invalid_request", "ringTimeout"],
  ["a place before the first", { position: -1 }, "invalid_request", "position"],
  ["maybe", { enabled: "yes" }, "invalid_request", "enabled"],
  ["no number", { numberId: "mine" }, "invalid_request", "numberId"],
])("%s is refused by name, in a new rule and in a change", async (_, body, code, field) => {
  const ada = await newOwner();
  const { status, json } = await ada.add({ forwardTo: phone(1), ...body });
  expect([status, json]).toEqual([400, expect.objectContaining({ ok: false })]);
  expect(json).toMatchObject(refused(code, field));
  expect(await rulesOf(ada)).toEqual([]);
  if ("numberId" in body) return;
  const { id } = await added(ada, { forwardTo: phone(1) });
  expect((await ada.change(id, body)).json).toMatchObject(refused(code, field));
  expect(await rulesOf(ada)).toMatchObject([{ forwardTo: phone(1), ringTimeout: 20 }]);
});

describe("circles", () => {
  test("a number does not forward to itself, nor is it made to", async () => {
    const ada = await newOwner();
    const loop = refused("forwarding_loop", "forwardTo");
    expect(await ada.add({ forwardTo: ada.number })).toMatchObject({ status: 409, json: loop });
    const { id } = await added(ada, { forwardTo: phone(1) });
    expect((await ada.change(id, { forwardTo: ada.number })).json).toMatchObject(loop);
    const off = await added(ada, { forwardTo: ada.number, enabled: false });
    expect((await ada.toggle(off.id)).json).toMatchObject(loop);
  });

  test("it may forward to somebody else's, who may not forward back", async () => {
    const [ada, ben] = [await newOwner(), await newOwner()];
    await added(ada, { condition: "no-answer", forwardTo: ben.number });
    expect((await ben.add({ condition: "busy", forwardTo: ada.number })).json).toMatchObject(
      refused("forwarding_loop"),
    );
    expect(await rulesOf(ben)).toEqual([]);
  });
});

test("there are five rules of a kind at most, and none twice", async () => {
  const ada = await newOwner();
  for (const n of [1, 2, 3, 4, 5]) await added(ada, { forwardTo: phone(n) });
  expect((await ada.add({ forwardTo: phone(6) })).json).toMatchObject(refused("limit_reached"));
  await added(ada, { condition: "busy", forwardTo: phone(1) });
  expect((await ada.add({ condition: "busy", forwardTo: phone(1) })).json).toMatchObject(
    refused("conflict", "forwardTo"),
  );
});

test("somebody else's numbers and rules are not there", async () => {
  const [ada, eve] = [await newOwner(), await newOwner()];
  const { id } = await added(ada, { forwardTo: phone(1) });
  const attempts = [
    await eve.list(ada.numberId),
    await eve.add({ numberId: ada.numberId, forwardTo: phone(2) }),
    await eve.change(id, { forwardTo: phone(2) }),
    await eve.toggle(id),
    await eve.toggle(id, { enabled: false }),
    await eve.remove(id),
  ];
  for (const { status, json, text } of attempts) {
    expect(status).toBe(404);
    expect(json).toMatchObject(refused("not_found"));
    expect(text).not.toContain(phone(1));
  }
  expect(await rulesOf(ada)).toMatchObject([{ id, forwardTo: phone(1), enabled: true }]);
});
