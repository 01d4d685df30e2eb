import type { CsvRow } from "./csv.ts";

/** A code, and where in a list it stood, from 1. */
export interface ListedCode {
  line: number;
  code: string;
}

export const maxGiftCodeLength = 500;
/** One line of one code: a whole row of a table, or a damaged letter, is nobody's code. */
export const giftCodePattern =
  /^[^\p{C}\p{Z},;\uFFFD]+( [^\p{C}\p{Z},;\uFFFD]+)*$/u;

/** What the heading of the column may be called. */
const headings = /^(gift[ _-]?)?code$|^(ギフト)?コード$/i;

/** The codes of a table: of its only column, or of the one that its first row names `code`; and the rows that have none. */
export function giftCodesIn(rows: readonly CsvRow[]): {
  codes: ListedCode[];
  wrong: CsvRow[];
} {
  const named =
    rows[0]?.cells.findIndex((cell) => headings.test(cell.trim())) ?? -1;
  const hasHeading = named >= 0;
  const codes: ListedCode[] = [];
  const wrong: CsvRow[] = [];
  for (const { line, cells } of hasHeading ? rows.slice(1) : rows) {
    const cell = cells[Math.max(named, 0)] ?? "";
    const code = cell.trim();
    const isTable = !hasHeading && cells.length > 1;
    if (!isTable && isGiftCode(code)) codes.push({ line, code });
    else wrong.push({ line, cells: isTable ? cells : [cell] });
  }
  return { codes, wrong };
}

export function isGiftCode(code: string): boolean {
  return code.length <= maxGiftCodeLength && giftCodePattern.test(code);
}
