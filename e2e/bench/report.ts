import { availableParallelism } from "node:os";

/** One line of the report. */
export interface Figure {
  what: string;
  measured: string;
  /** How the result is made up: the two sides of a ratio, say. */
  detail: string;
  /** Absent when the figure is only told. */
  target?: string;
  met?: boolean;
}

/** A ratio in two decimals and against its target. */
export function ratioFigure(
  what: string,
  ratio: number,
  detail: string,
  target: { atLeast: number } | { atMost: number },
): Figure {
  const [words, limit, met] =
    "atLeast" in target
      ? ["at least", target.atLeast, ratio >= target.atLeast]
      : ["at most", target.atMost, ratio <= target.atMost];
  return { what, measured: ratio.toFixed(2), detail, target: `${words} ${limit}`, met };
}

/** A quantity against the most it may be. */
export function limitFigure(
  what: string,
  value: number,
  unit: string,
  detail: string,
  limit: number,
): Figure {
  const digits = value < 10 ? 1 : 0;
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    detail,
    target: `at most ${limit} ${unit}`,
    met: value <= limit,
  };
}

/** The figures as a Markdown table, under a line that says what they were measured on. */
export function markdown(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, target = "", met, detail }) => {
    const verdict = met === undefined ? "" : met ? "yes" : "**no**";
    return `| ${what} | ${measured} | ${target} | ${verdict} | ${detail} |`;
  });
  return [
    `Measured on ${availableParallelism()} cores with Node.js ${process.versions.node}.`,
    "",
    "| figure | measured | target | met | how it is made up |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}
