import { readCsv } from "../../domain/csv.ts";
import {
  giftCodesIn,
  isGiftCode,
  type ListedCode,
} from "../../domain/gift-code-list.ts";

export const maxUploadBytes = 8 * 1024 * 1024;
export const maxUploadCodes = 100_000;

export interface UploadedList {
  codes: ListedCode[];
  /** Lines, in JSON places from 1, that are no codes, with what stands there. */
  wrong: { line: number; text: string }[];
}

/** The codes of what was pasted or sent as a file: JSON, CSV, or one a line. `null` for what begins like JSON and is none. */
export function codesOfUpload(text: string): UploadedList | null {
  if (/^\uFEFF?\s*[[{]/.test(text)) return codesOfJson(text);
  const { codes, wrong } = giftCodesIn(readCsv(text));
  return {
    codes,
    wrong: wrong.map(({ line, cells }) => ({ line, text: cells.join(",") })),
  };
}

/** `["A"]`, `{ "codes": ["A"] }` or `[{ "code": "A" }]`. */
function codesOfJson(text: string): UploadedList | null {
  const list = listIn(text);
  if (!list) return null;
  const codes: ListedCode[] = [];
  const wrong: UploadedList["wrong"] = [];
  list.forEach((item: unknown, index) => {
    const line = index + 1;
    const code = codeOf(item);
    if (code !== null && isGiftCode(code)) codes.push({ line, code });
    else wrong.push({ line, text: JSON.stringify(item) });
  });
  return { codes, wrong };
}

function listIn(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const list = isRecord(value) ? value.codes : value;
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}

function codeOf(item: unknown): string | null {
  const code = isRecord(item) ? item.code : item;
  return typeof code === "string" ? code.trim() : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
