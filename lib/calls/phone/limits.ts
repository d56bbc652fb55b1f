import { ApiError } from "@/lib/api/errors";
import { consume } from "@/lib/api/rate-limit";

const daily = { name: "phone-calls-day", max: 50, windowSeconds: 86_400 };
const forwards = { name: "forwards-day", max: 100, windowSeconds: 86_400 };
const messages = { name: "messages-day", max: 50, windowSeconds: 86_400 };

/**
 * Counts a call that costs money, whichever way a person starts it: 50 a day.
 *
 * @throws ApiError `rate_limited`
 */
export async function countPhoneCall(profileId: string): Promise<void> {
  await consume(daily, profileId);
}

/** Counts such a call where words are the answer, not an error; false when it was too often. */
export function mayPhone(profileId: string): Promise<boolean> {
  return isWithin(daily, profileId);
}

/** Counts a telephone that a rule rings: 100 a day for an owner's numbers; false when it was too often. */
export function mayForward(ownerId: string): Promise<boolean> {
  return isWithin(forwards, ownerId);
}

/** Counts a message that is left: 50 a day for an owner; false when it was too often. */
export function mayTakeMessage(ownerId: string): Promise<boolean> {
  return isWithin(messages, ownerId);
}

async function isWithin(limit: typeof daily, profileId: string): Promise<boolean> {
  try {
    await consume(limit, profileId);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.code === "rate_limited") return false;
    throw error;
  }
}
