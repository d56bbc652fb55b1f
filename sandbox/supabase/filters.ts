const comparison = /(^|[.(,])(eq|neq|gt|gte|lt|lte)\.([+-]?\d+(?:\.\d+)?)(?=$|[,)])/g;
const list = /(^|[.(,])in\.\(([^)]*)\)/g;
const number = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Puts the numbers among a request's filters in quotes. Lite takes an unquoted `+14155550101` or
 * `007` for a number before it looks at the column, so that no text column ever equals it;
 * PostgREST leaves the reading to the column, and Lite does so for quoted values.
 */
export function quoteNumbers(address: string): string {
  const url = new URL(address);
  for (const [name, value] of [...url.searchParams]) {
    const quoted = value
      .replace(comparison, '$1$2."$3"')
      .replace(list, (_, before: string, items: string) => {
        const each = items.split(",").map((item) => (number.test(item) ? `"${item}"` : item));
        return `${before}in.(${each.join(",")})`;
      });
    if (quoted !== value) url.searchParams.set(name, quoted);
  }
  return url.href;
}
