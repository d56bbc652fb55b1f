import { createCell } from "@/lib/cell";

/** Whether this tab is deleting the account just now, and will go somewhere else by itself. */
export const leavingHere = createCell(false);
