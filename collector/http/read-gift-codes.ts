import type { UploadedCode } from "../actions/add-gift-codes.ts";
import { readCsv } from "../domain/csv.ts";
import { giftCodesIn } from "../domain/gift-code-list.ts";
import type { HttpContext } from "./collector.ts";
import { queryOf } from "./query.ts";
import { readJson, readText } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import {
  giftCode,
  giftCodesBody,
  giftCodesQuery,
  maxCodesPerUpload,
  maxUploadBytes,
} from "./schemas/gifts.ts";
import { check, invalidFields, validate } from "./validate.ts";

export interface GiftUpload {
  codes: UploadedCode[];
  expiresAt: number | null;
}

/**
 * The codes of an upload, as JSON, or as `text/csv` with their expiry in the query.
 * Throws `invalid_field` with every line that is wrong; then nothing of it is stored.
 */
export async function readGiftCodes(c: HttpContext): Promise<GiftUpload> {
  const type = c.req.header("content-type") ?? "";
  const query = queryOf(c, giftCodesQuery);
  if (/^text\/csv\b/i.test(type)) {
    const codes = codesOf(await readText(c, maxUploadBytes));
    return { codes, expiresAt: query.expiresAt ?? null };
  }
  const body = validate(giftCodesBody, await readJson(c, maxUploadBytes));
  return {
    codes: body.codes.map((code, index) => ({ line: index + 1, code })),
    expiresAt: body.expiresAt ?? query.expiresAt ?? null,
  };
}

/** More would not be read by anybody. */
const errorsShown = 100;

function codesOf(csv: string): UploadedCode[] {
  const { codes, wrong } = giftCodesIn(readCsv(csv));
  const lines = codes.length + wrong.length;
  if (!lines)
    throw new Refusal("malformed_body", "Expected codes and got none.");
  if (lines > maxCodesPerUpload)
    throw new Refusal(
      "malformed_body",
      `Expected at most ${maxCodesPerUpload} codes and got ${lines}. Send the rest as a further upload.`,
    );
  if (wrong.length)
    throw invalidFields(
      wrong.slice(0, errorsShown).map(({ line, cells }) => ({
        path: `line ${line}`,
        message: problemOf(cells),
      })),
    );
  return codes;
}

function problemOf(cells: string[]): string {
  if (cells.length > 1)
    return `Expected one column, or a first line that names the column "code", and got ${cells.length} columns.`;
  return check(giftCode, cells[0]).errors?.[0]?.message ?? "";
}
