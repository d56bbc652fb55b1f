import type { Finding, State } from "./finding.ts";

const signs: Record<State, string> = { ok: "✓", warn: "!", fail: "✗", skip: "–" };

/** The findings for people: a line each, with what to do below it, group by group. */
export function report(findings: readonly Finding[]): string {
  const lines = [...Map.groupBy(findings, ({ group }) => group)].flatMap(([group, found]) => [
    "",
    group,
    ...found.flatMap(({ what, state, detail, mend }) => [
      `  ${signs[state]} ${what}: ${detail}`,
      ...(mend ? [`      ${mend}`] : []),
    ]),
  ]);
  return [...lines, "", verdict(findings), ""].join("\n");
}

function verdict(findings: readonly Finding[]): string {
  const count = (wanted: State) => findings.filter(({ state }) => state === wanted).length;
  const [wrong, doubtful] = [count("fail"), count("warn")];
  if (wrong > 0) return `${wrong} wrong, ${doubtful} doubtful.`;
  return doubtful > 0 ? `Nothing is wrong; ${doubtful} doubtful.` : "All is well.";
}
