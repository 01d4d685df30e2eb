/** A form as it was typed: names are paths of the rules document. A map, since names come from outside. */
export type FormFields = ReadonlyMap<string, string>;

export const listNames = [
  "steps",
  "limits",
  "boosts",
  "margins",
  "texts",
] as const;
export type ListName = (typeof listNames)[number];

/** More than any schema takes; a longer form is cut. */
const mostRows = 60;

/** A hidden field that says that a row is there, whatever else of it was sent. */
export function rowMark(list: ListName, index: number): string {
  return `${list}[${index}].row`;
}

export function rowsOf(fields: FormFields, list: ListName): number[] {
  const rows: number[] = [];
  while (rows.length < mostRows && fields.has(rowMark(list, rows.length)))
    rows.push(rows.length);
  return rows;
}

export function withRow(
  fields: FormFields,
  list: ListName,
  values: Record<string, string>,
): FormFields {
  const index = rowsOf(fields, list).length;
  const grown = new Map(fields).set(rowMark(list, index), "1");
  for (const [name, value] of Object.entries(values))
    grown.set(`${list}[${index}].${name}`, value);
  return grown;
}

/** Takes a row out; those behind it move up. */
export function withoutRow(
  fields: FormFields,
  list: ListName,
  index: number,
): FormFields {
  const ofRow = new RegExp(`^${list}\\[(\\d+)\\](.*)$`);
  const left = new Map<string, string>();
  for (const [name, value] of fields) {
    const [, row, rest] = ofRow.exec(name) ?? [];
    if (row === undefined || Number(row) < index) left.set(name, value);
    else if (Number(row) > index)
      left.set(`${list}[${Number(row) - 1}]${rest}`, value);
  }
  return left;
}
