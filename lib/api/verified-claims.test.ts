import { afterEach, expect, test, vi } from "vitest";
import { startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { verifiedClaims } = await import("@/lib/api/verified-claims");
const ada = await sandbox.signIn("+14155550170");

afterEach(() => {
  vi.useRealTimers();
});

test("a session's token tells who it is, again and again", async () => {
  for (let time = 0; time < 3; time += 1) {
    const { claims, error } = await verifiedClaims(ada.accessToken);
    expect(error).toBeNull();
    expect(claims).toMatchObject({ sub: ada.id, role: "authenticated" });
  }
});

test("a token that has been verified is refused from the second it runs out", async () => {
  const { claims } = await verifiedClaims(ada.accessToken);
  const endsAt = (claims?.exp ?? 0) * 1000;
  vi.useFakeTimers({ toFake: ["Date"], now: endsAt - 5_000 });
  expect((await verifiedClaims(ada.accessToken)).claims).toMatchObject({ sub: ada.id });
  vi.setSystemTime(endsAt + 1_000);
  expect((await verifiedClaims(ada.accessToken)).claims).toBeNull();
});

test("another's claims under a signature that has been verified are refused", async () => {
  await verifiedClaims(ada.accessToken);
  const [header, payload = "", signature] = ada.accessToken.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const forged = Buffer.from(JSON.stringify({ ...claims, role: "service_role" }));
  const token = [header, forged.toString("base64url"), signature].join(".");
  expect((await verifiedClaims(token)).claims).toBeNull();
});

test.each(["", "x", "a.b.c", "Bearer"])("%j is nobody's token", async (token) => {
  expect((await verifiedClaims(token)).claims).toBeNull();
});
