import { z } from "zod";
import type { Database, Transaction } from "../database.ts";
import { banSeconds, type UserAttributes } from "./attributes.ts";
import { authError } from "./errors.ts";

export type UserJson = Record<string, unknown> & { id: string };

const asJson = `
  jsonb_build_object(
    'id', u.id, 'aud', u.aud, 'role', u.role,
    'email', coalesce(u.email, ''), 'phone', coalesce(u.phone, ''),
    'app_metadata', u.raw_app_meta_data, 'user_metadata', u.raw_user_meta_data,
    'is_anonymous', u.is_anonymous, 'created_at', u.created_at, 'updated_at', u.updated_at,
    'identities', coalesce((
      select jsonb_agg(jsonb_build_object(
        'identity_id', i.id, 'id', i.provider_id, 'user_id', i.user_id,
        'identity_data', i.identity_data, 'provider', i.provider, 'last_sign_in_at', i.last_sign_in_at, 'created_at', i.created_at,
        'updated_at', i.updated_at, 'email', i.email
      ) order by i.created_at) from auth.identities i where i.user_id = u.id
    ), '[]')
  ) || jsonb_strip_nulls(jsonb_build_object(
    'email_confirmed_at', u.email_confirmed_at, 'phone_confirmed_at', u.phone_confirmed_at,
    'confirmed_at', u.confirmed_at, 'last_sign_in_at', u.last_sign_in_at,
    'banned_until', u.banned_until, 'recovery_sent_at', u.recovery_sent_at
  ))`;

/** The user as GoTrue shows it, without the password. @throws 404 user_not_found */
export async function findUser(database: Transaction, id: string): Promise<UserJson> {
  const [row] = z.uuid().safeParse(id).success
    ? await database.query<{ json: UserJson }>(
        `select ${asJson} as json from auth.users u where u.id = $1`,
        [id],
      )
    : [];
  if (!row) throw authError(404, "user_not_found", "User not found");
  return row.json;
}

export async function findUserIdByEmail(
  database: Transaction,
  email: string,
): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(
    "select id from auth.users where email = lower($1)",
    [email],
  );
  return row?.id;
}

/** Users, newest first. `page` counts from 1. */
export async function listUsers(
  database: Database,
  page: number,
  perPage: number,
): Promise<{ users: UserJson[]; total: number }> {
  const rows = await database.query<{ json: UserJson }>(
    `select ${asJson} as json from auth.users u
     order by u.created_at desc, u.id limit $1 offset $2`,
    [perPage, (page - 1) * perPage],
  );
  const [count] = await database.query<{ total: number }>(
    "select count(*)::integer as total from auth.users",
  );
  return { users: rows.map(({ json }) => json), total: count?.total ?? 0 };
}

/** @throws 400 validation_failed, 422 email_exists or phone_exists */
export async function createUser(database: Database, given: UserAttributes): Promise<UserJson> {
  if (!given.email && !given.phone) {
    throw authError(
      400,
      "validation_failed",
      "Cannot create a user without either an email or phone",
    );
  }
  return database.transaction(async (tx) => {
    await refuseTaken(tx, given);
    const providers = [...(given.email ? ["email"] : []), ...(given.phone ? ["phone"] : [])];
    const [row] = await tx.query<{ id: string }>(
      `insert into auth.users (id, email, phone, raw_app_meta_data)
       values (coalesce($1::uuid, gen_random_uuid()), $2, $3, $4::text::jsonb) returning id`,
      [
        given.id ?? null,
        given.email ?? null,
        given.phone ?? null,
        JSON.stringify({ provider: providers[0], providers }),
      ],
    );
    if (!row) throw new Error("The new user has no row.");
    await applyAttributes(tx, row.id, given);
    return findUser(tx, row.id);
  });
}

/** @throws 404 user_not_found, 422 email_exists or phone_exists */
export async function updateUser(
  database: Database,
  id: string,
  given: UserAttributes,
): Promise<UserJson> {
  return database.transaction(async (tx) => {
    await findUser(tx, id);
    await refuseTaken(tx, given, id);
    await applyAttributes(tx, id, given);
    return findUser(tx, id);
  });
}

/** Deletes the user, their sessions and whatever refers to them with `on delete cascade`. */
export async function deleteUser(database: Database, id: string): Promise<void> {
  await database.transaction(async (tx) => {
    await findUser(tx, id);
    await tx.query("delete from auth.refresh_tokens where user_id = $1", [id]);
    await tx.query("delete from auth.users where id = $1", [id]);
  });
}

async function refuseTaken(tx: Transaction, given: UserAttributes, id?: string): Promise<void> {
  const taken = async (column: "email" | "phone", value: string | undefined) => {
    if (!value) return false;
    const rows = await tx.query(
      `select from auth.users where ${column} = $1 and id is distinct from $2::uuid`,
      [value, id ?? null],
    );
    return rows.length > 0;
  };
  if (await taken("email", given.email)) {
    const message = "A user with this email address has already been registered";
    throw authError(422, "email_exists", message);
  }
  if (await taken("phone", given.phone)) {
    throw authError(422, "phone_exists", "Phone number already registered by another user");
  }
}

async function applyAttributes(tx: Transaction, id: string, given: UserAttributes): Promise<void> {
  await tx.query(
    `update auth.users set
       email = coalesce($2, email), phone = coalesce($3, phone), role = coalesce($4, role),
       encrypted_password = coalesce(
         extensions.crypt($5, extensions.gen_salt('bf')), encrypted_password),
       email_confirmed_at = case when $6::boolean then now() else email_confirmed_at end,
       phone_confirmed_at = case when $7::boolean then now() else phone_confirmed_at end,
       raw_user_meta_data = jsonb_strip_nulls(raw_user_meta_data || $8::text::jsonb),
       raw_app_meta_data = jsonb_strip_nulls(raw_app_meta_data || $9::text::jsonb),
       banned_until = case when $10::boolean
         then now() + make_interval(secs => $11::float) else banned_until end,
       updated_at = now()
     where id = $1`,
    [
      id,
      given.email ?? null,
      given.phone ?? null,
      given.role ?? null,
      given.password ?? null,
      given.email_confirm ?? false,
      given.phone_confirm ?? false,
      JSON.stringify(given.user_metadata ?? {}),
      JSON.stringify(given.app_metadata ?? {}),
      given.ban_duration !== undefined,
      banSeconds(given.ban_duration),
    ],
  );
  for (const provider of ["email", "phone"] as const) {
    if (!given[provider]) continue;
    await tx.query(
      `insert into auth.identities (id, provider, provider_id, user_id, identity_data)
       values (gen_random_uuid(), $2, $1::uuid::text, $1::uuid, jsonb_build_object(
         'sub', $1::uuid, $2::text, $3::text, 'email_verified', false, 'phone_verified', false))
       on conflict (provider, provider_id)
       do update set identity_data = excluded.identity_data, updated_at = now()`,
      [id, provider, given[provider]],
    );
  }
}
