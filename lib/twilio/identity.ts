const uuid = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/;
const identity = /^u_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/**
 * A person's name at Twilio: `u_` and their profile id without hyphens, because the Voice SDK
 * takes letters, digits and underscores only.
 *
 * @param profileId - uuid in lower case
 * @throws TypeError when it is none
 */
export function identityOf(profileId: string): string {
  const parts = uuid.exec(profileId);
  if (!parts) throw new TypeError("Not a profile id");
  return `u_${parts.slice(1).join("")}`;
}

/** The profile id behind an identity; null for anything that identityOf does not make. */
export function profileIdOf(text: string): string | null {
  const parts = identity.exec(text);
  return parts ? parts.slice(1).join("-") : null;
}

/** The profile id behind a voice address, `client:<identity>`; null for numbers and all else. */
export function profileIdOfClient(address: string): string | null {
  return address.startsWith("client:") ? profileIdOf(address.slice("client:".length)) : null;
}
