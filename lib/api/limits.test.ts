import { expect, test } from "vitest";
import { setPlainEnv } from "@/e2e/integration/plain-env";

setPlainEnv();
const { routes } = await import("@/app/api/openapi.json/routes");
const { verbsOf } = await import("@/lib/api/openapi");
const { limitKindOf, limitKinds } = await import("@/lib/api/limits");

const all = Object.entries(routes).flatMap(([path, module]) =>
  verbsOf(module).map(([verb, { declaration }]) => ({ path, verb, declaration })),
);

test("no route is without a limit but those that Twilio calls", () => {
  const free = all.filter(({ declaration, verb }) => limitKindOf(declaration, verb) === null);
  expect(free.length).toBeGreaterThan(5);
  expect(free.filter(({ declaration }) => declaration.access !== "twilio")).toEqual([]);
});

test.each([
  ["POST /api/calls/{sid}/hangup", "safety"],
  ["POST /api/calls/{sid}/decline", "safety"],
  ["POST /api/calls/{sid}/recording", "safety"],
  ["POST /api/blocks", "safety"],
  ["POST /api/reports", "safety"],
  ["POST /api/matches/{matchId}/leave", "safety"],
  ["POST /api/auth/signout", "safety"],
  ["DELETE /api/messages/{id}", "safety"],
  ["DELETE /api/account", "safety"],
  ["POST /api/twilio/voice/token", "tokens"],
  ["POST /api/twilio/video/token", "tokens"],
  ["POST /api/calls", "calls"],
  ["POST /api/messages/voice-notes", "messages"],
  ["PUT /api/profile/picture", "uploads"],
  ["POST /api/auth/verify/start", "codes"],
  ["GET /api/calls", "reads"],
  ["POST /api/matches", "writes"],
  ["PATCH /api/admin/reports/{id}", "moderation"],
  ["GET /api/health", "open"],
])("%s counts among %s", (name, kind) => {
  const one = all.find(({ path, verb }) => `${verb} ${path}` === name);
  expect(one && limitKindOf(one.declaration, one.verb)).toBe(kind);
});

test("one address may do more than one person, since many people may share it", () => {
  for (const { person, address } of Object.values(limitKinds)) {
    expect(address).toBeGreaterThan((person ?? 0) * 4);
  }
});
