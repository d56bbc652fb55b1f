import type { RuleView } from "@/lib/forwarding/rule-fields";
import type { NumberView } from "@/lib/numbers/number-fields";

export type Rule = Omit<RuleView, "createdAt"> & {
  /** Where it forwards to, for reading. */
  shownTo: string;
};

/** A number of the viewer's, with its rules in the order in which they are tried. */
export interface OwnNumber extends Pick<NumberView, "id" | "name" | "greeting"> {
  /** For reading, like +1 415 555 0113. */
  shown: string;
  rules: Rule[];
}

export interface CountryChoice {
  /** ISO code */
  code: string;
  name: string;
}
