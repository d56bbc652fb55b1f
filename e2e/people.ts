import { randomUUID } from "node:crypto";
import type { Cookie } from "@playwright/test";
import { createServerClient } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import type { Database } from "../lib/supabase/database.types.ts";
import { publishableKey, secretKey } from "../sandbox/supabase/keys.ts";
import { appUrl, supabaseUrl } from "./addresses.ts";

/** The database past its policies: to arrange what a journey starts from and to read what it left. */
export const database = createClient<Database>(supabaseUrl, secretKey, {
  auth: { persistSession: false, autoRefreshToken: false },
});

export interface Person {
  id: string;
  name: string;
  email: string;
}

type Succeeded<R> = R extends { error: null; data: infer D } ? NonNullable<D> : never;

/** The data of a query; throws when it failed, so that no journey starts from half a situation. */
export function must<R extends { data: unknown; error: { message: string } | null }>(
  result: R,
): Succeeded<R> {
  if (result.error) throw new Error(result.error.message);
  if (result.data === null || result.data === undefined) throw new Error("The query gave nothing.");
  return result.data as Succeeded<R>;
}

/** Makes a person with a profile; how people sign in by code is a journey of its own. */
export async function createPerson(name: string): Promise<Person> {
  const email = `${randomUUID()}@users.duet.example`;
  const { user } = must(await database.auth.admin.createUser({ email, email_confirm: true }));
  must(await database.from("private_profiles").insert({ id: user.id, email }).select("id"));
  must(
    await database
      .from("profiles")
      .insert({ id: user.id, display_name: name, birth_date: "1994-05-17" })
      .select("id"),
  );
  return { id: user.id, name, email };
}

/** A person who may see /admin. */
export async function createModerator(name: string): Promise<Person> {
  const person = await createPerson(name);
  must(
    await database.auth.admin.updateUserById(person.id, { app_metadata: { role: "moderator" } }),
  );
  return person;
}

/** Makes a match of two people, who let each other call, and gives its id. */
export function befriend(one: Person, other: Person): Promise<string> {
  return makeMatch("pair", [one, other]);
}

/** Makes a group of people and gives its id. */
export function gather(people: readonly Person[]): Promise<string> {
  return makeMatch("group", people);
}

async function makeMatch(kind: "pair" | "group", people: readonly Person[]): Promise<string> {
  const { id } = must(await database.from("matches").insert({ kind }).select("id").single());
  const members = people.map((person) => ({
    match_id: id,
    profile_id: person.id,
    call_permission: "video" as const,
  }));
  must(await database.from("match_members").insert(members).select("profile_id"));
  return id;
}

/** A new session of a person, as the cookies that a browser would hold. */
export async function sessionCookies(person: Person): Promise<Cookie[]> {
  const { properties } = must(
    await database.auth.admin.generateLink({ type: "magiclink", email: person.email }),
  );
  const cookies: Cookie[] = [];
  const client = createServerClient(supabaseUrl, publishableKey, {
    cookies: {
      getAll: () => [],
      setAll: (written) => {
        for (const { name, value } of written) {
          cookies.push({
            name,
            value,
            domain: new URL(appUrl).hostname,
            path: "/",
            expires: -1,
            httpOnly: false,
            secure: false,
            sameSite: "Lax",
          });
        }
      },
    },
  });
  must(await client.auth.verifyOtp({ token_hash: properties.hashed_token, type: "email" }));
  return cookies;
}
