/**
 * How a person is called in texts and aloud. Of the name, which they chose themselves, only the
 * letters of the first word are used: it must carry no number and no address to somebody else.
 *
 * @param displayName - null or absent when it is not known
 * @returns at most 24 characters; `someone` when the name does not begin with a letter
 */
export function firstNameOf(displayName: string | null | undefined): string {
  return /^[\p{L}\p{M}'’-]{1,24}/u.exec(displayName?.trim() ?? "")?.[0] ?? "someone";
}
