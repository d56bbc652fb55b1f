export type PictureSize = 256 | 1024;

interface PictureOf {
  profileId: string;
  /** `avatar_path` of the profile where it is known: a known picture need not be asked for again. */
  picture?: string | null | undefined;
  /** Edge length in pixels of the screen. */
  size: PictureSize;
}

/** Where a browser finds the picture of a person. */
export function pictureUrl({ profileId, picture, size }: PictureOf): string {
  const version = picture === undefined ? "" : `&v=${versionOf(picture)}`;
  return `/api/profiles/${profileId}/picture?size=${size}${version}`;
}

/** What tells one picture of a person from another: the name in its path, `0` for the drawn one. */
export function versionOf(picture: string | null): string {
  return picture?.split("/").at(-1) ?? "0";
}
