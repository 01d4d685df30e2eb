import type { UploadedCode } from "../actions/add-gift-codes.ts";
import { type CsvRow, readCsv } from "../domain/csv.ts";
import type { FieldError } from "../domain/domain-error.ts";
import type { HttpContext } from "./collector.ts";
import { readJson, readText } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import {
  giftCode,
  giftCodesBody,
  maxCodesPerUpload,
  maxUploadBytes,
} from "./schemas/gifts.ts";
import { check, invalidFields, validate } from "./validate.ts";

/** The codes of an upload, as JSON or `text/csv`. Throws `invalid_field` with every line that is wrong; then nothing of it is stored. */
export async function readGiftCodes(c: HttpContext): Promise<UploadedCode[]> {
  const type = c.req.header("content-type") ?? "";
  if (/^text\/csv\b/i.test(type))
    return codesOf(readCsv(await readText(c, maxUploadBytes)));
  const { codes } = validate(giftCodesBody, await readJson(c, maxUploadBytes));
  return codes.map((code, index) => ({ line: index + 1, code }));
}

/** What the heading of the column may be called. */
const headings = /^(gift[ _-]?)?code$|^(ギフト)?コード$/i;
/** More would not be read by anybody. */
const errorsShown = 100;

function codesOf(rows: CsvRow[]): UploadedCode[] {
  const [first] = rows;
  const column =
    first?.cells.findIndex((cell) => headings.test(cell.trim())) ?? -1;
  const hasHeading = column >= 0;
  const lines = hasHeading ? rows.slice(1) : rows;
  if (!lines.length)
    throw new Refusal("malformed_body", "Expected codes and got none.");
  if (lines.length > maxCodesPerUpload)
    throw new Refusal(
      "malformed_body",
      `Expected at most ${maxCodesPerUpload} codes and got ${lines.length}. Send the rest as a further upload.`,
    );
  const errors: FieldError[] = [];
  const codes = lines.map(({ line, cells }) => {
    const isTable = !hasHeading && cells.length > 1;
    const { value, errors: wrong } = check(
      giftCode,
      cells[Math.max(column, 0)] ?? "",
    );
    if (isTable)
      errors.push({
        path: `line ${line}`,
        message: `Expected one column, or a first line that names the column "code", and got ${cells.length} columns.`,
      });
    else if (wrong)
      errors.push({ path: `line ${line}`, message: wrong[0]?.message ?? "" });
    return { line, code: value ?? "" };
  });
  if (errors.length) throw invalidFields(errors.slice(0, errorsShown));
  return codes;
}
