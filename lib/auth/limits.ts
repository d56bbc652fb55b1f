import "server-only";
import type { Limit } from "@/lib/api/rate-limit";

const hour = 3600;

/**
 * How often codes may be sent. Each stops another way of making somebody pay for texts that
 * nobody wants: one victim's number, one machine, one rented network, one country's premium carrier.
 */
export const sendLimits = {
  address: { name: "verify-start-address", max: 20, windowSeconds: hour },
  network: { name: "verify-start-network", max: 60, windowSeconds: hour },
  recipient: { name: "verify-start-recipient", max: 5, windowSeconds: hour },
  country: { name: "verify-start-country", max: 300, windowSeconds: hour },
} satisfies Record<string, Limit>;

/** How often codes may be tried; Verify itself allows five tries at each. */
export const checkLimits = {
  address: { name: "verify-check-address", max: 60, windowSeconds: hour },
  recipient: { name: "verify-check-recipient", max: 30, windowSeconds: hour },
} satisfies Record<string, Limit>;

/** Seconds to wait after the first, second, third and every further send to one recipient. */
export const resendDelaysSeconds = [30, 60, 120, 300] as const;
