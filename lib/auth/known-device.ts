import "server-only";
import { timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { type Recipient, recipientHash } from "@/lib/auth/recipient";
import { keyedHash } from "@/lib/keyed-hash";
import { sessionCookies } from "@/lib/supabase/server";

const name = "duet-device";
/** Browsers keep no cookie for longer. */
const maxAgeSeconds = 400 * 86_400;

/** Leaves in the browser that this person has signed in with it, without their number. */
export async function rememberDevice(recipient: Recipient): Promise<void> {
  const store = await cookies();
  store.set(name, markOf(recipient), {
    ...sessionCookies(),
    httpOnly: true,
    sameSite: "lax",
    path: "/api/auth",
    maxAge: maxAgeSeconds,
  });
}

/** Whether the browser that asks has been signed in by this person before. */
export async function isKnownDevice(recipient: Recipient): Promise<boolean> {
  const shown = Buffer.from((await cookies()).get(name)?.value ?? "");
  const expected = Buffer.from(markOf(recipient));
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}

function markOf(recipient: Recipient): string {
  return keyedHash(`device ${recipientHash(recipient)}`);
}
