/** What the address of a dial's result says of a dial after which something else may be tried. */
export const reachStep = "reach-app";
