import type { Context } from "hono";

const defaultPageSize = 50;
const maxPageSize = 1000;

interface Slice<T> {
  items: T[];
  page: number;
  size: number;
  start: number;
  /** Path and query of page n of the same list. */
  pathOf(page: number): string;
  hasNext: boolean;
}

function slice<T>(c: Context, all: readonly T[]): Slice<T> {
  const whole = (name: string, fallback: number) => {
    const value = Number(c.req.query(name));
    return c.req.query(name) !== undefined && Number.isInteger(value) ? value : fallback;
  };
  const size = Math.min(Math.max(whole("PageSize", defaultPageSize), 1), maxPageSize);
  const page = Math.max(whole("Page", 0), 0);
  const start = page * size;
  const url = new URL(c.req.url);
  const pathOf = (other: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.set("PageSize", String(size));
    query.set("Page", String(other));
    // Twilio tells next from previous by the token; the page number is enough to find the place.
    if (other > 0) query.set("PageToken", `PA${other}`);
    else query.delete("PageToken");
    return `${url.pathname}?${query}`;
  };
  return {
    items: all.slice(start, start + size),
    page,
    size,
    start,
    pathOf,
    hasNext: start + size < all.length,
  };
}

/** A list in the shape of the 2010 API, such as `{ messages: [...], next_page_uri, ... }`. */
export function page2010<T>(c: Context, key: string, all: readonly T[]) {
  const { items, page, size, start, pathOf, hasNext } = slice(c, all);
  return c.json({
    [key]: items,
    first_page_uri: pathOf(0),
    next_page_uri: hasNext ? pathOf(page + 1) : null,
    previous_page_uri: page > 0 ? pathOf(page - 1) : null,
    uri: pathOf(page),
    page,
    page_size: size,
    start,
    end: start + Math.max(items.length - 1, 0),
  });
}

/**
 * A list in the shape of the v1 and v2 APIs, with absolute addresses under `meta`.
 * @param origin the API's own host, such as `https://verify.twilio.com`
 */
export function pageMeta<T>(c: Context, origin: string, key: string, all: readonly T[]) {
  const { items, page, size, pathOf, hasNext } = slice(c, all);
  return c.json({
    [key]: items,
    meta: {
      page,
      page_size: size,
      first_page_url: origin + pathOf(0),
      previous_page_url: page > 0 ? origin + pathOf(page - 1) : null,
      url: origin + pathOf(page),
      next_page_url: hasNext ? origin + pathOf(page + 1) : null,
      key,
    },
  });
}
