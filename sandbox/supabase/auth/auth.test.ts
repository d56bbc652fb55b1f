import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { SandboxSupabase } from "../server.ts";
import { invite, service, signIn, startTestSupabase, visitor } from "../testing/harness.ts";

let supabase: SandboxSupabase;

beforeAll(async () => {
  supabase = await startTestSupabase();
}, 60_000);
afterAll(() => supabase.close());

test("a sign-in link opens a session once", async () => {
  const token_hash = await invite(supabase, "once@example.com");
  const client = visitor(supabase);
  const { data, error } = await client.auth.verifyOtp({ token_hash, type: "email" });
  expect(error).toBeNull();
  expect(data.user?.email).toBe("once@example.com");
  expect((await client.auth.getUser()).data.user?.id).toBe(data.user?.id);

  const again = await visitor(supabase).auth.verifyOtp({ token_hash, type: "email" });
  expect(again.error).toMatchObject({ status: 403, code: "otp_expired" });
});

test("a link's code signs in as well, and a newer link replaces an older one", async () => {
  const email = "code@example.com";
  const older = await invite(supabase, email);
  const { data } = await service(supabase).auth.admin.generateLink({ type: "magiclink", email });
  expect(data.user).toMatchObject({ email, app_metadata: { providers: ["email"] } });
  expect(data.properties).toMatchObject({
    verification_type: "magiclink",
    action_link: expect.stringContaining(`/auth/v1/verify?token=${data.properties?.hashed_token}`),
  });
  const stale = await visitor(supabase).auth.verifyOtp({ token_hash: older, type: "email" });
  expect(stale.error?.code).toBe("otp_expired");
  const token = data.properties?.email_otp ?? "";
  const { error } = await visitor(supabase).auth.verifyOtp({ email, token, type: "email" });
  expect(error).toBeNull();
});

test("an access token carries hosted claims and verifies without asking the server", async () => {
  const { client, id } = await signIn(supabase, "claims@example.com");
  const { data } = await client.auth.getClaims();
  expect(data?.header.alg).toBe("ES256");
  expect(data?.claims).toMatchObject({
    iss: `${supabase.url}/auth/v1`,
    sub: id,
    aud: "authenticated",
    role: "authenticated",
    aal: "aal1",
    is_anonymous: false,
    email: "claims@example.com",
    app_metadata: { provider: "email" },
  });
  const token = (await client.auth.getSession()).data.session?.access_token ?? "";
  const forged = `${token.slice(0, -8)}AAAAAAAA`;
  expect((await client.auth.getClaims(forged)).error?.code).toBe("invalid_jwt");
  expect((await client.auth.getUser(forged)).error?.status).toBe(403);
  const rows = await fetch(`${supabase.url}/rest/v1/notes`, {
    headers: { apikey: supabase.publishableKey, authorization: `Bearer ${forged}` },
  });
  expect(rows.status).toBe(401);
});

test("a session refreshes, and an old refresh token ends the family", async () => {
  const { client, id } = await signIn(supabase, "refresh@example.com");
  const first = (await client.auth.getSession()).data.session?.refresh_token ?? "";
  const second = (await client.auth.refreshSession()).data.session;
  expect(second?.user.id).toBe(id);
  expect(second?.refresh_token).not.toBe(first);
  // A tab that was late gets the session that the other tab refreshed.
  const late = await visitor(supabase).auth.refreshSession({ refresh_token: first });
  expect(late.data.session?.refresh_token).toBe(second?.refresh_token);
  await client.auth.refreshSession();
  const stolen = await visitor(supabase).auth.refreshSession({ refresh_token: first });
  expect(stolen.error?.code).toBe("refresh_token_already_used");
});

test("signing out ends this session, or all of them", async () => {
  const email = "out@example.com";
  const here = (await signIn(supabase, email)).client;
  const there = visitor(supabase);
  const link = await service(supabase).auth.admin.generateLink({ type: "magiclink", email });
  const token_hash = link.data.properties?.hashed_token ?? "";
  await there.auth.verifyOtp({ token_hash, type: "email" });
  const token = (await here.auth.getSession()).data.session?.access_token ?? "";

  expect((await here.auth.signOut({ scope: "local" })).error).toBeNull();
  expect((await here.auth.getUser(token)).error?.name).toBe("AuthSessionMissingError");
  expect((await there.auth.getUser()).error).toBeNull();
  const kept = (await there.auth.getSession()).data.session?.refresh_token ?? "";
  expect((await there.auth.signOut({ scope: "global" })).error).toBeNull();
  const after = await visitor(supabase).auth.refreshSession({ refresh_token: kept });
  expect(after.error?.code).toBe("refresh_token_not_found");
});

test("a person changes their own metadata", async () => {
  const { client } = await signIn(supabase, "self@example.com");
  await client.auth.updateUser({ data: { theme: "dark" } });
  expect((await client.auth.getUser()).data.user?.user_metadata).toEqual({ theme: "dark" });
});

test("the secret key manages users", async () => {
  const { admin } = service(supabase).auth;
  const created = await admin.createUser({
    phone: "+14155550199",
    phone_confirm: true,
    user_metadata: { name: "Cy", temporary: true },
    app_metadata: { plan: "free" },
  });
  const id = created.data.user?.id ?? "";
  expect(created.data.user).toMatchObject({
    phone: "14155550199",
    phone_confirmed_at: expect.any(String),
    user_metadata: { name: "Cy" },
    app_metadata: { provider: "phone", providers: ["phone"], plan: "free" },
  });
  const updated = await admin.updateUserById(id, {
    email: "Cy@Example.com",
    email_confirm: true,
    user_metadata: { temporary: null },
  });
  expect(updated.data.user).toMatchObject({
    email: "cy@example.com",
    user_metadata: { name: "Cy" },
  });
  expect(updated.data.user?.user_metadata).not.toHaveProperty("temporary");
  expect((await admin.getUserById(id)).data.user).toEqual(updated.data.user);

  const page = await admin.listUsers({ page: 1, perPage: 1 });
  expect(page.data).toMatchObject({ users: [{ id }], nextPage: 2, total: expect.any(Number) });
});

test("taken addresses and bad parameters are refused as GoTrue refuses them", async () => {
  const { admin } = service(supabase).auth;
  await admin.createUser({ email: "taken@example.com", phone: "+14155550198" });
  const refusals = [
    [{ email: "TAKEN@example.com" }, 422, "email_exists"],
    [{ phone: "14155550198" }, 422, "phone_exists"],
    [{ email: "nonsense" }, 400, "validation_failed"],
    [{ phone: "12" }, 400, "validation_failed"],
    [{}, 400, "validation_failed"],
  ] as const;
  for (const [attributes, status, code] of refusals) {
    expect((await admin.createUser(attributes)).error).toMatchObject({ status, code });
  }
  const missing = await admin.getUserById(crypto.randomUUID());
  expect(missing.error).toMatchObject({ status: 404, code: "user_not_found" });
});

test("a banned person cannot come in or stay, until the ban is lifted", async () => {
  const email = "ban@example.com";
  const { client, id } = await signIn(supabase, email);
  const { admin } = service(supabase).auth;
  const { data } = await admin.generateLink({ type: "magiclink", email });
  const token_hash = data.properties?.hashed_token ?? "";
  await admin.updateUserById(id, { ban_duration: "1h30m" });
  expect((await client.auth.refreshSession()).error?.code).toBe("user_banned");
  const refused = await visitor(supabase).auth.verifyOtp({ token_hash, type: "email" });
  expect(refused.error).toMatchObject({ status: 403, code: "user_banned" });
  await admin.updateUserById(id, { ban_duration: "none" });
  const allowed = await visitor(supabase).auth.verifyOtp({ token_hash, type: "email" });
  expect(allowed.error).toBeNull();
});

test("deleting a user ends their sessions and takes their rows along", async () => {
  const { client, id } = await signIn(supabase, "gone@example.com");
  await client.from("authors").insert({ id, name: "Gone" });
  expect((await service(supabase).auth.admin.deleteUser(id)).error).toBeNull();
  expect((await client.auth.getUser()).error).not.toBeNull();
  expect((await client.auth.refreshSession()).error?.code).toBe("refresh_token_not_found");
  expect(await supabase.query("select from authors where id = $1", [id])).toEqual([]);
});

test("nobody but the secret key reaches the admin routes", async () => {
  const { client } = await signIn(supabase, "nosy@example.com");
  const refused = { status: 403, code: "not_admin" };
  expect((await visitor(supabase).auth.admin.listUsers()).error).toMatchObject(refused);
  const token = (await client.auth.getSession()).data.session?.access_token;
  const asUser = await fetch(`${supabase.url}/auth/v1/admin/users`, {
    headers: { apikey: supabase.publishableKey, authorization: `Bearer ${token}` },
  });
  expect([asUser.status, await asUser.json()]).toMatchObject([403, { error_code: "not_admin" }]);
  const keyless = await fetch(`${supabase.url}/auth/v1/admin/users`);
  expect([keyless.status, await keyless.json()]).toMatchObject([401, { code: 401 }]);
});

test("nobody opens an account of their own where sign-ups are off", async () => {
  const account = { email: "own@example.com", password: "a long password" };
  const { error } = await visitor(supabase).auth.signUp(account);
  expect(error).toMatchObject({ status: 422, code: "signup_disabled" });
  const asked = await fetch(`${supabase.url}/auth/v1/settings`, {
    headers: { apikey: supabase.publishableKey },
  });
  expect(await asked.json()).toMatchObject({ disable_signup: true });
  const keyless = await fetch(`${supabase.url}/auth/v1/settings`);
  expect(keyless.status).toBe(401);

  supabase.settings.signUp = true;
  onTestFinished(() => {
    supabase.settings.signUp = false;
  });
  expect((await visitor(supabase).auth.signUp(account)).error).toBeNull();
});
