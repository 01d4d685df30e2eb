import { readCsv } from "./csv.ts";

/** Somebody whom the shop knew already. */
export interface ListedCustomer {
  id: string | null;
  email: string | null;
}

export interface CustomerList {
  customers: ListedCustomer[];
  /** Lines, in JSON places from 1, that name nobody, with what stands there. */
  wrong: { line: number; text: string }[];
}

const longestId = 200;
const longestMail = 254;

/**
 * Reads customers from a text: CSV whose first line names the columns, CSV or lines without such a line, or JSON.
 * Answers `null` for what begins like JSON and is none. Of a line that cannot be read nothing is taken.
 */
export function customersIn(text: string): CustomerList | null {
  if (/^\uFEFF?\s*[[{]/.test(text)) return customersInJson(text);
  const rows = readCsv(text);
  const columns = columnsIn(rows[0]?.cells ?? []);
  const list: CustomerList = { customers: [], wrong: [] };
  for (const { line, cells } of columns ? rows.slice(1) : rows) {
    const customer = columns
      ? named({ id: cells[columns.id], email: cells[columns.email] })
      : unnamed(cells);
    if (customer) list.customers.push(customer);
    else list.wrong.push({ line, text: cells.join(",") });
  }
  return list;
}

const idHeading =
  /^((customer|user|member)[ _-]?)?id$|^(顧客|会員|お客様|ユーザー)(id|番号|コード)$/i;
const mailHeading = /^e?[ _-]?mail([ _-]?address)?$|^メール(アドレス)?$/i;

/** Where the columns are, by the first line; `null` where it names none. A column that is not there is at -1. */
function columnsIn(cells: string[]): { id: number; email: number } | null {
  const names = cells.map((cell) => cell.trim().normalize("NFKC"));
  const id = names.findIndex((name) => idHeading.test(name));
  const email = names.findIndex((name) => mailHeading.test(name));
  return id < 0 && email < 0 ? null : { id, email };
}

/** Without names of columns: an address has an @, and whatever else there is is one id. */
function unnamed(cells: string[]): ListedCustomer | null {
  const said = cells.map((cell) => cell.trim()).filter(Boolean);
  const mails = said.filter((cell) => cell.includes("@"));
  const ids = said.filter((cell) => !cell.includes("@"));
  return mails.length > 1 || ids.length > 1
    ? null
    : named({ id: ids[0], email: mails[0] });
}

function named(typed: {
  id?: unknown;
  email?: unknown;
}): ListedCustomer | null {
  const id = textOf(typed.id);
  const email = textOf(typed.email);
  if (id === undefined || email === undefined) return null;
  const isFit =
    (id !== null || email !== null) &&
    (id === null || (id.length <= longestId && isPlain(id))) &&
    (email === null ||
      (email.length <= longestMail &&
        isPlain(email) &&
        /^[^\s@]+@[^\s@]+$/.test(email)));
  return isFit ? { id, email } : null;
}

/** `null` for nothing, `undefined` for what is no text. */
function textOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() || null : undefined;
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}

/** `["a@b.example", "id"]`, `[{ "id", "email" }]` or `{ "customers": [...] }`. */
function customersInJson(text: string): CustomerList | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
  const items = isRecord(value) ? value.customers : value;
  if (!Array.isArray(items)) return null;
  const list: CustomerList = { customers: [], wrong: [] };
  items.forEach((item: unknown, index) => {
    const customer = isRecord(item)
      ? named(item)
      : typeof item === "string"
        ? unnamed([item])
        : typeof item === "number"
          ? named({ id: item })
          : null;
    if (customer) list.customers.push(customer);
    else list.wrong.push({ line: index + 1, text: JSON.stringify(item) });
  });
  return list;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
