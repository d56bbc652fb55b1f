import { callRows } from "./call-rows.ts";
import { peopleRows } from "./people-rows.ts";
import type { Row } from "./row.ts";
import { serviceRows } from "./service-rows.ts";

/**
 * The outcome of every route for every actor. They run in this order: what ends something comes
 * after what looks at it.
 */
export const rows: Record<string, Row> = { ...serviceRows, ...callRows, ...peopleRows };
