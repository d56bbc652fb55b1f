import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { startSandbox } from "../testing/sandbox.ts";

test("a country can be texted once it is allowed", async () => {
  const { messagingGeopermissions } = clientOf(await startSandbox()).accounts.v1;
  const askFor = async (countryCode: string) =>
    (await messagingGeopermissions.fetch({ countryCode })).permissions;
  expect(await askFor("US")).toMatchObject([{ country_code: "US", enabled: true }]);
  expect(await askFor("GB")).toMatchObject([{ country_code: "GB", enabled: false, prefix: "+44" }]);

  const permissions = [{ country_code: "GB", type: "country", enabled: true }];
  const updated = await messagingGeopermissions.update({ permissions });
  expect(updated.permissions).toMatchObject([{ country_code: "GB", error_code: 0 }]);
  expect(await askFor("GB")).toMatchObject([{ enabled: true }]);
});

test("an update that names no country is refused", async () => {
  const { messagingGeopermissions } = clientOf(await startSandbox()).accounts.v1;
  const updating = messagingGeopermissions.update({ permissions: [{ country_code: "XX" }] });
  await expect(updating).rejects.toMatchObject({ status: 400, code: 20001 });
});
