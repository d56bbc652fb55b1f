/** Spans of time that pages for operators look back over, in hours. */
export const spans = [
  { key: "1", name: "Hour", hours: 1 },
  { key: "24", name: "Day", hours: 24 },
  { key: "168", name: "Week", hours: 168 },
] as const;

/** The span that an address asks for; a day unless it names one. */
export function spanOf(wanted: string | string[] | undefined) {
  return spans.find(({ key }) => key === wanted) ?? spans[1];
}
