import { expect, test } from "vitest";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { clientIp } from "@/lib/api/client-ip";

setPlainEnv({ TRUSTED_PROXIES: "0" });

test("without a proxy in front, an address that the client claims counts for nothing", () => {
  const headers = { "x-forwarded-for": "6.6.6.6, 6.6.6.7" };
  expect(clientIp(new Request("https://duet.example", { headers }))).toBe("unknown");
});
