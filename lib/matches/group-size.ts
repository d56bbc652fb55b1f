/** How many people a group has at most, oneself included; the database holds it. */
export const groupSize = 8;
