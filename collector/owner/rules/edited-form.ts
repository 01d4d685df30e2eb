import {
  type FormFields,
  type ListName,
  listNames,
  withoutRow,
  withRow,
} from "./form-fields.ts";

/** What a new row begins with. */
const beginnings: Record<ListName, Record<string, string>> = {
  steps: {
    holdDays: "30",
    base: "gross_profit",
    "referrer.kind": "nothing",
    "friend.kind": "nothing",
    "overflow.kind": "none",
  },
  limits: { unit: "count", window: "month" },
  boosts: {
    on: "sale",
    "referrer.kind": "unchanged",
    "friend.kind": "unchanged",
  },
  margins: {},
  texts: {},
};

/** The form with a row more or less, or `null` where `act` asks for something else. */
export function editedForm(fields: FormFields, act: string): FormFields | null {
  const [, what, name, row] =
    /^(add|remove)-([a-z]+)(?:-(\d{1,3}))?$/.exec(act) ?? [];
  const list = listNames.find((one) => one === name);
  if (!list) return null;
  return what === "add"
    ? withRow(fields, list, beginnings[list])
    : withoutRow(fields, list, Number(row));
}
