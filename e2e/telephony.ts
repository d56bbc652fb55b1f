import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { database, must, type Person } from "./people.ts";
import { newNumber, type Telephone, telephone } from "./phones.ts";

/** Gives a person a telephone, on which they take calls of their matches unless told otherwise. */
export async function giveTelephone(
  person: Person,
  { takesCalls = true } = {},
): Promise<Telephone> {
  const number = newNumber();
  must(
    await database
      .from("private_profiles")
      .update({ phone: number, takes_phone_calls: takesCalls })
      .eq("id", person.id)
      .select("id"),
  );
  return telephone(number);
}

/** Lends the match a number of the pool, as the page does: what either dials to reach the other. */
export async function relayOf(page: Page, matchId: string): Promise<string> {
  const response = await page.request.post(`/api/matches/${matchId}/relay`);
  const { number } = (await response.json()) as { number: string };
  return number;
}

/** What a person finds on the page while two telephones are being joined. */
export function phoneCallOn(page: Page) {
  const region = page.getByRole("region", { name: "Phone call" });
  return {
    region,
    status: region.getByRole("status"),
    end: region.getByRole("button", { name: "End call" }),
  };
}

/** Opens `Call by phone` in the thread that the page shows. */
export async function openCallByPhone(page: Page) {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Call by phone" }).click();
  return page.getByRole("dialog", { name: /^Call .* by phone$/ });
}

/** Waits until a telephone hears somebody. */
export async function expectPhoneToHear(phone: Telephone): Promise<void> {
  await expect
    .poll(async () => (await phone.calls())[0]?.heardSeconds ?? 0, "sound on the telephone")
    .toBeGreaterThan(0.5);
}

/** Waits until a telephone's newest call has heard a sentence. */
export async function expectToBeTold(phone: Telephone, sentence: RegExp): Promise<void> {
  await expect
    .poll(async () => (await phone.calls())[0]?.said.join(" ") ?? "", "what the telephone was told")
    .toMatch(sentence);
}

/** Waits until a telephone's newest call has this status. */
export async function expectCallStatus(phone: Telephone, status: string): Promise<void> {
  await expect.poll(async () => (await phone.calls())[0]?.status).toBe(status);
}

/** Gives a person a number of their own on which somebody has left a message. */
export async function giveVoicemail(person: Person, words: string): Promise<void> {
  const sid = (prefix: string) => prefix + randomUUID().replaceAll("-", "");
  const number = must(
    await database
      .from("phone_numbers")
      .insert({
        number: newNumber(),
        provider_sid: sid("PN"),
        owner_id: person.id,
        country: "US",
      })
      .select("id")
      .single(),
  );
  const call = must(
    await database
      .from("calls")
      .insert({
        provider_sid: sid("CA"),
        kind: "phone",
        number_id: number.id,
        status: "no-answer",
        end_reason: "no-answer",
        ended_at: new Date().toISOString(),
      })
      .select("id")
      .single(),
  );
  const unanswered = { role: "callee", status: "no-answer" } as const;
  must(
    await database
      .from("call_participants")
      .insert({ ...unanswered, call_id: call.id, profile_id: person.id })
      .select("id")
      .single(),
  );
  const recordingSid = sid("RE");
  const recording = must(
    await database
      .from("recordings")
      .insert({
        call_id: call.id,
        kind: "voicemail",
        owner_id: person.id,
        provider_sid: recordingSid,
        status: "completed",
        duration_seconds: 17,
        expires_at: new Date(Date.now() + 86_400_000).toISOString(),
      })
      .select("id")
      .single(),
  );
  must(
    await database
      .from("transcripts")
      .insert({
        call_id: call.id,
        recording_id: recording.id,
        recording_sid: recordingSid,
        provider_sid: sid("TR"),
        status: "completed",
        turns: { 1: { text: words, said_at: null, profile_id: null } },
      })
      .select("id")
      .single(),
  );
}
