const plainWord = /^(?:[a-z][a-z_.-]{0,30}|v\d+|\d{4}-\d{2}-\d{2})$/i;

/**
 * A path of somebody's REST API without what it is about: ids, numbers, addresses and file names
 * become `{id}`.
 *
 * @param url - absolute; its query is left out
 */
export function plainPath(url: string): string {
  return new URL(url).pathname
    .split("/")
    .map((segment) => (segment === "" || plainWord.test(segment) ? segment : "{id}"))
    .join("/");
}
