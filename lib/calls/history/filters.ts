/** The lists of calls to choose from. */
export const shows = ["all", "missed", "voice", "video", "phone", "group"] as const;
export type Show = (typeof shows)[number];

/** Which calls are looked at. */
export interface CallFilters {
  show: Show;
  /** In the name of whom it was with. */
  q: string;
  /** Profile id: calls with this match alone. */
  person: string | null;
  /** Match id: calls of this group alone. */
  group: string | null;
}

export const noFilters: CallFilters = { show: "all", q: "", person: null, group: null };
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const maxSearch = 80;

/** Filters out of the address of the page; what makes no sense there counts as absent. */
export function readFilters(address: URLSearchParams): CallFilters {
  const idOf = (name: string) => {
    const value = address.get(name) ?? "";
    return uuid.test(value) ? value : null;
  };
  const person = idOf("person");
  return {
    show: shows.find((show) => show === address.get("show")) ?? "all",
    q: (address.get("q") ?? "").slice(0, maxSearch),
    person,
    group: person ? null : idOf("group"),
  };
}

/** The address of the page with these filters. */
export function pathOf(filters: Partial<CallFilters>): string {
  const { show, q, person, group } = { ...noFilters, ...filters };
  const query = new URLSearchParams({
    ...(show !== "all" && { show }),
    ...(q && { q }),
    ...(person && { person }),
    ...(group && { group }),
  });
  return query.size > 0 ? `/calls?${query}` : "/calls";
}

/** What the API, and the server's own function, are asked for. */
export interface WantedByFilters {
  status?: "missed";
  kind?: "voice" | "video" | "phone";
  person?: string;
  group?: string;
  q?: string;
}

/** The filters in the words of the API. */
export function wantedBy({ show, q, person, group }: CallFilters): WantedByFilters {
  const one = person ?? group;
  return {
    ...(show === "missed" && { status: "missed" }),
    ...((show === "voice" || show === "video" || show === "phone") && { kind: show }),
    ...(show === "group" && !one && { group: "any" }),
    ...(person && { person }),
    ...(group && { group }),
    ...(q.trim() && { q: q.trim() }),
  };
}
