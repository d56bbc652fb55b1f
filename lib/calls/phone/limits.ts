import { consume } from "@/lib/api/rate-limit";

const daily = { name: "phone-calls-day", max: 50, windowSeconds: 86_400 };

/**
 * Counts a call that costs money, whichever way a person starts it: 50 a day.
 *
 * @throws ApiError `rate_limited`
 */
export async function countPhoneCall(profileId: string): Promise<void> {
  await consume(daily, profileId);
}
