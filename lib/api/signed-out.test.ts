import { PostgrestError } from "@supabase/supabase-js";
import { expect, test, vi } from "vitest";
import { signedOut } from "@/lib/api/signed-out";
import { log } from "@/lib/log";

const refusal = (code: string) =>
  new PostgrestError({ message: "of the database", details: "", hint: "", code });

test.each(["PGRST301", "PGRST303"])("who is refused with %s has to sign in again", (code) => {
  const noted = vi.spyOn(log, "warn").mockReturnValue();
  expect(signedOut(refusal(code))).toMatchObject({ code: "unauthorized", status: 401 });
  // Should all be refused since the keys have changed, nothing else would tell.
  expect(noted).toHaveBeenCalledOnce();
  noted.mockRestore();
});

test.each([refusal("42501"), new Error("fetch failed"), null])("%o stays what it is", (error) => {
  expect(signedOut(error)).toBe(error);
});
