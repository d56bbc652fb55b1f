/**
 * How a person is called in texts and aloud. Of the name, which they chose themselves, only the
 * letters of the first word are used: it must carry no number and no address to somebody else.
 *
 * @param displayName - null or absent when it is not known
 * @param otherwise - what stands for a name that is not known, or does not begin with a letter
 * @returns at most 24 characters of a name
 */
export function firstNameOf(displayName: string | null | undefined, otherwise = "someone"): string {
  return /^[\p{L}\p{M}'’-]{1,24}/u.exec(displayName?.trim() ?? "")?.[0] ?? otherwise;
}
