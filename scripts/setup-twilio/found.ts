import twilio from "twilio";

/** What `fetch` gives, or null when Twilio has no such thing. */
export async function found<T>(fetch: () => Promise<T>): Promise<T | null> {
  try {
    return await fetch();
  } catch (error) {
    if (error instanceof twilio.RestException && error.status === 404) return null;
    throw error;
  }
}
