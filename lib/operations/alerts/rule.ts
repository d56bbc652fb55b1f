import type { Figures } from "@/lib/operations/alerts/figures";

/** Something that is wrong. */
export interface Finding {
  /** What it is about, where a rule looks at several. */
  subject?: string;
  value: number;
  /** For whoever is woken by it: what is wrong, and what to look at. */
  sentence: string;
}

export interface Rule {
  name: string;
  /** What is wrong; nothing when all is well; null when the numbers do not tell. */
  judge(figures: Figures): Finding[] | null;
}

/** A share in per cent, whole unless it is small. */
export function percent(part: number, whole: number): string {
  const share = (100 * part) / whole;
  return `${share < 10 ? Number(share.toFixed(1)) : Math.round(share)} %`;
}
