import { expect, test } from "vitest";
import { plainPath } from "@/lib/telemetry/plain-path";

test.each([
  ["https://x.supabase.co/rest/v1/rpc/begin_call", "/rest/v1/rpc/begin_call"],
  ["https://x.supabase.co/rest/v1/private_profiles?phone=eq.%2B1415", "/rest/v1/private_profiles"],
  [
    "https://x.supabase.co/auth/v1/admin/users/00000000-0000-4000-8000-000000000101",
    "/auth/v1/admin/users/{id}",
  ],
  [
    "https://x.supabase.co/storage/v1/object/pictures/4f0a/face-1.webp",
    "/storage/v1/object/pictures/{id}/{id}",
  ],
  [
    `https://api.twilio.com/2010-04-01/Accounts/AC${"a".repeat(32)}/Calls/CA${"1".repeat(32)}.json`,
    "/2010-04-01/Accounts/{id}/Calls/{id}",
  ],
  ["https://lookups.twilio.com/v2/PhoneNumbers/+14155550101", "/v2/PhoneNumbers/{id}"],
  [
    "https://verify.twilio.com/v2/Services/VA12/Verifications/ada%40people.example",
    "/v2/Services/{id}/Verifications/{id}",
  ],
])("%s is told as %s", (url, path) => {
  expect(plainPath(url)).toBe(path);
});
