import type { DomainError, FieldError } from "../../domain/domain-error.ts";
import type { Program } from "../../domain/program.ts";
import type { Words } from "../words/en.ts";
import { draftOf } from "./draft-of.ts";
import { type FormFields, rowsOf } from "./form-fields.ts";

/** The check of `PUT /v1/programs/:id`. */
export type CheckProgram = (
  draft: unknown,
) => { value: Program; errors: null } | { value: null; errors: FieldError[] };

export interface CheckedForm {
  /** `null` where something is wrong. */
  program: Program | null;
  /** By name of the field: what it should be, in the reader's words. */
  errors: ReadonlyMap<string, string>;
}

/** Checks a form by the very schema of the API; what is wrong is said at the field where it was typed. */
export function checkForm(
  fields: FormFields,
  { check, words }: { check: CheckProgram; words: Words },
): CheckedForm {
  const { expects } = words.rules;
  const errors = new Map<string, string>();
  for (const name of namesTwice(fields)) errors.set(name, expects.twice);
  const draft = draftOf(fields);
  const { value, errors: refused } = check(draft);
  for (const { path, message } of refused ?? []) {
    const field = fieldOf(path, fields);
    if (!errors.has(field)) {
      const kind = isOver(draft, field)
        ? "later"
        : (shareIn(message) ?? expectationAt(field));
      errors.set(field, kind ? expects[kind] : message);
    }
  }
  return { program: errors.size === 0 ? value : null, errors };
}

/** A share is typed in %, whatever its field is called. */
function shareIn(message: string): Expectation | undefined {
  if (!message.includes("basis points")) return undefined;
  return /from 0 to 10000\b/.test(message) ? "share" : "percent";
}

/** The end of a boost that is a date, and no later than its start. */
function isOver({ boosts }: Record<string, unknown>, field: string): boolean {
  const [, row] = /^boosts\[(\d+)\]\.to$/.exec(field) ?? [];
  const boost: { to: unknown } | undefined =
    row !== undefined && Array.isArray(boosts)
      ? boosts[Number(row)]
      : undefined;
  return typeof boost?.to === "number";
}

/** What the collector refuses of rules that are sound by themselves, in the reader's words. */
export function refusedFields(
  { errors }: DomainError,
  { rules: { expects } }: Words,
): ReadonlyMap<string, string> {
  const known: Record<string, string> = {
    landingUrl: expects.landing,
    currency: expects.sameCurrency,
  };
  return new Map(
    errors.map(({ path, message }) => [path, known[path] ?? message]),
  );
}

/** Where a path of the document stands in the form. */
function fieldOf(path: string, fields: FormFields): string {
  const side = /^(.*\.(?:referrer|friend))(?:\.(?!name$)\w+)?$/.exec(path);
  if (side) return `${side[1]}.amount`;
  if (path.endsWith(".overflow.prize")) return path.replace(/prize$/, "name");
  const [, list, key] = /^(margins|display\.texts)\.(.*)$/s.exec(path) ?? [];
  if (list === undefined || key === "default") return path;
  const rows = list === "margins" ? "margins" : "texts";
  const row = rowsOf(fields, rows).find((index) =>
    (fields.get(`${rows}[${index}].name`) ?? "").trim().startsWith(key ?? ""),
  );
  const value = rows === "margins" ? "bps" : "text";
  const isName = fields.get(`${rows}[${row}].name`)?.trim() === "";
  return `${rows}[${row ?? 0}].${isName ? "name" : value}`;
}

/** A class of goods or a text that is there twice would silently be lost. */
function namesTwice(fields: FormFields): string[] {
  return (["margins", "texts"] as const).flatMap((list) => {
    const taken = new Set(list === "margins" ? ["default"] : []);
    return rowsOf(fields, list).flatMap((row) => {
      const field = `${list}[${row}].name`;
      const name = (fields.get(field) ?? "").trim();
      const isTwice = taken.has(name);
      taken.add(name);
      return isTwice ? [field] : [];
    });
  });
}

type Expectation = keyof Words["rules"]["expects"];

const expectations: [RegExp, Expectation][] = [
  [/(landingUrl|logoUrl|pictureUrl|termsUrl)$/, "url"],
  [/(startsAt|endsAt|\.from|\.to)$/, "instant"],
  [/^timeZone$/, "zone"],
  [/^currency$/, "currency"],
  [/\.accent$/, "color"],
  [/\.holdDays$/, "holdDays"],
  [/\.windowDays$/, "windowDays"],
  [/\.months$/, "months"],
  [/(Bps|\.bps|^margins\.default)$/, "percent"],
  [/minRoiPercent$/, "number"],
  [/(\.amount|\.max)$/, "amount"],
  [/Minor$/, "money"],
  [/\.text$/, "text"],
  [/(^name|\.name|\.on|termsVersion|\.brand|\.jurisdiction)$/, "name"],
];

function expectationAt(field: string): Expectation | undefined {
  return expectations.find(([pattern]) => pattern.test(field))?.[1];
}
