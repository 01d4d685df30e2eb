/** A row of a CSV text, and the line of the text on which it begins, from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/**
 * Reads a CSV text (RFC 4180): cells may be quoted, a byte order mark and empty lines are passed over.
 * A quote that is never closed takes in the rest of the text: whoever checks the cells finds it.
 */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let line = 1;
  const end = () => {
    if (row.cells.some((cell) => cell.trim() !== "")) rows.push(row);
    row = { line, cells: [] };
  };
  const cell = /"((?:[^"]|"")*)(?:"|$)[^,\r\n]*|([^,\r\n]*)/y;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at <= text.length; at += 1) {
    cell.lastIndex = at;
    const [whole = "", quoted, plain = ""] = cell.exec(text) ?? [];
    row.cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += whole.split(/\r\n|\r|\n/).length - 1;
    at += whole.length;
    if (text[at] === ",") continue;
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    line += 1;
    end();
  }
  return rows;
}

/**
 * Writes rows as CSV (RFC 4180) that spreadsheets open as it is meant: UTF-8 with a byte order mark, and no text that
 * would be taken for a formula (https://owasp.org/www-community/attacks/CSV_Injection). Numbers stay numbers.
 */
export function writeCsv(rows: (string | number | null)[][]): string {
  const lines = rows.map((row) => row.map(written).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** What spreadsheets begin a formula with, in half and full width, also behind blanks. */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠|%]/u;

function written(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = formula.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
