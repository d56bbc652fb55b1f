import type { Twilio } from "twilio";
import { z } from "zod";

/** Voice: whether the account calls a country's numbers, by how often they are used for fraud. */
export interface DialingPermission {
  isoCode: string;
  lowRiskNumbersEnabled: boolean;
  highRiskSpecialNumbersEnabled: boolean;
  highRiskTollfraudNumbersEnabled: boolean;
}

/** All that Twilio tells of whom the account may call. */
export function dialingPermissions(client: Twilio): Promise<DialingPermission[]> {
  return client.voice.v1.dialingPermissions.countries.list({ pageSize: 1000 });
}

/** Twilio lists "United States/Canada" as one. */
const listedAs: Record<string, string> = { CA: "US" };

/** What holds for a country; undefined when Twilio does not tell. */
export function permissionFor(
  country: string,
  all: readonly DialingPermission[],
): DialingPermission | undefined {
  const entryOf = (code: string | undefined) => all.find(({ isoCode }) => isoCode === code);
  return entryOf(country) ?? entryOf(listedAs[country]);
}

const textingPermissions = z.array(z.object({ country_code: z.string(), enabled: z.boolean() }));

/** Those of the countries that the account may not text, as far as Twilio tells. */
export async function countriesNotTexted(
  client: Twilio,
  countries: readonly string[],
): Promise<string[]> {
  const { permissions } = await client.accounts.v1.messagingGeopermissions.fetch();
  const told = textingPermissions.safeParse(permissions).data ?? [];
  return countries.filter((country) =>
    told.some(({ country_code, enabled }) => country_code === country && !enabled),
  );
}
