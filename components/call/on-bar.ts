/** A round button on the call bar's own colour. */
export const onBar =
  "inline-grid size-11 shrink-0 place-items-center rounded-full bg-white/15 text-on-mine transition-colors duration-150 hover:bg-white/25 disabled:opacity-45";

/** The one that ends the call. */
export const endOnBar = "bg-coral! text-on-coral! hover:bg-coral-press! md:w-16";
