import "server-only";
import { ApiError } from "@/lib/api/errors";
import { log } from "@/lib/log";
import { removePicture, storePicture } from "@/lib/profiles/picture-store";
import type { PreparedPicture } from "@/lib/profiles/prepare-picture";
import { adminClient } from "@/lib/supabase/admin";

/**
 * Gives a person another picture, or none, and removes the one they had.
 *
 * @returns the new `avatar_path`
 * @throws ApiError `conflict` without a profile; StorageError, PostgrestError, and nothing changed
 */
export async function changePicture(
  profileId: string,
  picture: PreparedPicture | null,
): Promise<string | null> {
  const path = picture && (await storePicture(profileId, picture));
  const { data, error } = await adminClient().rpc("change_picture", {
    p_profile_id: profileId,
    ...(path && { p_path: path }),
  });
  const [before] = data ?? [];
  if (!before) {
    if (path) await removePicture(path);
    if (error) throw error;
    throw new ApiError("conflict", "Make your profile first: a name and your date of birth.");
  }
  // The change stands: what is left in the bucket is seen by nobody and goes with the account.
  if (before.former) {
    await removePicture(before.former).catch((cause: unknown) =>
      log.error({ error: cause }, "a former picture was not removed"),
    );
  }
  return path;
}
