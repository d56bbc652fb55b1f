import "server-only";
import type { Limit } from "@/lib/api/rate-limit";

const hour = 3600;

/**
 * How often codes may be sent. Each stops another way of making somebody pay for texts that
 * nobody wants: one machine, one rented network, one victim's number. A country's own limit, which
 * stops one premium carrier, is in the environment.
 */
export const sendLimits = {
  address: { name: "verify-start-address", max: 20, windowSeconds: hour },
  network: { name: "verify-start-network", max: 60, windowSeconds: hour },
  recipient: { name: "verify-start-recipient", max: 5, windowSeconds: hour },
  /**
   * To somebody who asks where they have signed in before, beside `recipient`: more than anybody
   * signs in and out, since who is over it waits for the next day.
   */
  knownRecipient: { name: "verify-start-known-day", max: 20, windowSeconds: 24 * hour },
} satisfies Record<string, Limit>;

/**
 * How often codes may be tried, by one machine, and for one recipient from one network. Verify itself
 * allows five tries at each code, whoever tries, and few codes are sent to one recipient.
 */
export const checkLimits = {
  address: { name: "verify-check-address", max: 60, windowSeconds: hour },
  recipient: { name: "verify-check-recipient", max: 30, windowSeconds: hour },
} satisfies Record<string, Limit>;

/** Seconds to wait after the first, second, third and every further send to one recipient. */
export const resendDelaysSeconds = [30, 60, 120, 300] as const;

/**
 * When a country's codes are held back: of at least so many that were sent, less than this share was
 * typed. Then only a few go through in ten minutes. Usually more than half of all codes are typed.
 */
export const conversionGuard = { leastSends: 40, leastShare: 0.2, heldMax: 5 } as const;

/**
 * How many codes may go to a country within a minute, since nobody can know so soon whether they are
 * typed: a sixth of an hour's, and at least as many as it takes to tell.
 */
export const burstOf = (codesPerCountryHour: number) =>
  Math.max(conversionGuard.leastSends, Math.ceil(codesPerCountryHour / 6));
