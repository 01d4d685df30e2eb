import type { Dialect } from "./fill-dialect.ts";

/** Copies the rows of a table that a condition finds, `count` times, with other values in the columns named. */
export function copier(dialect: Dialect) {
  return async (
    table: string,
    condition: string,
    count: number,
    values: Record<string, string>,
  ): Promise<void> => {
    await dialect.run("drop table if exists origin");
    await dialect.run(
      `create temp table origin as select * from ${table} where ${condition}`,
    );
    await insertCopies(
      dialect,
      table,
      values,
      `${dialect.series(count)}, origin`,
    );
  };
}

/** Copies what is in `origin`, once for each row that it is joined with in `from`. */
export async function insertCopies(
  dialect: Dialect,
  table: string,
  values: Record<string, string>,
  from: string,
): Promise<void> {
  const [row] = await dialect.rows<Record<string, unknown>>(
    "select * from origin limit 1",
  );
  if (!row) throw new Error(`Expected a row of ${table} to copy.`);
  const columns = Object.keys(row);
  await dialect.run(
    `insert into ${table} (${columns.map(quoted).join()})
      select ${columns.map((column) => values[column] ?? `origin.${quoted(column)}`).join()}
      from ${from}`,
  );
}

/** Some are words of SQL. */
function quoted(column: string): string {
  return `"${column}"`;
}
