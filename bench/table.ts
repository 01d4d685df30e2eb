/** Text and numbers in columns for a terminal; numbers are set to the right. */
export function table(head: string[], rows: (string | number)[][]): string {
  const shown = [head, ...rows].map((row) =>
    row.map((cell) =>
      typeof cell === "number" ? cell.toLocaleString("en") : cell,
    ),
  );
  const widths = head.map((_, column) =>
    Math.max(...shown.map((row) => row[column]?.length ?? 0)),
  );
  const isNumber = head.map((_, column) =>
    rows.some((row) => typeof row[column] === "number"),
  );
  return shown
    .map((row) =>
      row
        .map((cell, column) =>
          isNumber[column]
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
