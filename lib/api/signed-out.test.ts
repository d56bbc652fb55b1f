import { PostgrestError } from "@supabase/supabase-js";
import { expect, test } from "vitest";
import { signedOut } from "@/lib/api/signed-out";

const refusal = (code: string) =>
  new PostgrestError({ message: "of the database", details: "", hint: "", code });

test.each(["PGRST301", "PGRST303"])("who is refused with %s has to sign in again", (code) => {
  expect(signedOut(refusal(code))).toMatchObject({ code: "unauthorized", status: 401 });
});

test.each([refusal("42501"), new Error("fetch failed"), null])("%o stays what it is", (error) => {
  expect(signedOut(error)).toBe(error);
});
