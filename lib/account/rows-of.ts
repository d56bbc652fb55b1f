/** As many as a hosted project gives at once. */
const pageSize = 1000;

/**
 * All rows of a query, page by page.
 *
 * @param page - the query, in a stable order, from one row to another, both included
 * @throws PostgrestError
 */
export async function rowsOf<Row>(
  page: (from: number, to: number) => { throwOnError(): PromiseLike<{ data: Row[] | null }> },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const { data } = await page(rows.length, rows.length + pageSize - 1).throwOnError();
    rows.push(...(data ?? []));
    if (!data || data.length < pageSize) return rows;
  }
}
