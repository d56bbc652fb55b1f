import { expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "../../e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv({ SUPABASE_SECRET_KEY: "sb_secret_of_another_project" });
const { GET } = await import("@/app/api/numbers/route");

test("a secret key that Supabase refuses is an outage: nobody is told to sign in again", async () => {
  const { accessToken: token } = await sandbox.signIn("+14155550150");
  const answer = await callRoute(GET, { method: "GET", path: "/api/numbers", token });
  expect(answer).toMatchObject({ status: 503, json: { error: { code: "unavailable" } } });
});
