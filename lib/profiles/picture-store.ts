import "server-only";
import { randomUUID } from "node:crypto";
import type { PictureSize } from "@/lib/profiles/picture-url";
import type { PreparedPicture } from "@/lib/profiles/prepare-picture";
import { adminClient } from "@/lib/supabase/admin";

const sizes = [256, 1024] as const satisfies readonly PictureSize[];
/** A path never holds another picture later on. */
const cacheSeconds = "31536000";
const addressSeconds = 3600;
const reuseSeconds = addressSeconds / 2;
const maxRemembered = 5_000;

const remembered = new Map<string, { address: string; until: number }>();
const bucket = () => adminClient().storage.from("avatars");
const objectsOf = (path: string) => sizes.map((size) => `${path}/${size}.webp`);

/** Keeps the picture in both sizes. @returns its path @throws StorageError */
export async function storePicture(profileId: string, picture: PreparedPicture): Promise<string> {
  const path = `${profileId}/${randomUUID()}`;
  const uploads = await Promise.all(
    sizes.map((size) =>
      bucket().upload(`${path}/${size}.webp`, picture[size], {
        contentType: "image/webp",
        cacheControl: cacheSeconds,
      }),
    ),
  );
  const failed = uploads.find(({ error }) => error);
  if (!failed?.error) return path;
  await removePicture(path);
  throw failed.error;
}

/** Removes a picture in both sizes; one that is gone already is no error. @throws StorageError */
export async function removePicture(path: string): Promise<void> {
  const { error } = await bucket().remove(objectsOf(path));
  if (error) throw error;
}

/** Removes every picture that a person ever had. @throws StorageError */
export async function removePicturesOf(profileId: string): Promise<void> {
  const { data: pictures, error } = await bucket().list(profileId, { limit: 1000 });
  if (error) throw error;
  await Promise.all(pictures.map(({ name }) => removePicture(`${profileId}/${name}`)));
}

/**
 * An address at which anybody finds the picture for half an hour at least. The same for everybody
 * meanwhile, so that browsers need not fetch the picture again when they ask for its address again.
 *
 * @throws StorageError
 */
export async function pictureAddress(path: string, size: PictureSize): Promise<string> {
  const object = `${path}/${size}.webp`;
  const known = remembered.get(object);
  if (known && known.until > Date.now()) return known.address;
  const { data, error } = await bucket().createSignedUrl(object, addressSeconds);
  if (error) throw error;
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(object, { address: data.signedUrl, until: Date.now() + reuseSeconds * 1000 });
  return data.signedUrl;
}
