import {
  instantFrom,
  moneyFrom,
  percentFrom,
  type Typed,
  wholeFrom,
} from "./field-text.ts";
import { type FormFields, rowsOf } from "./form-fields.ts";

/**
 * The rules document that a form spells, to be checked by the schema: what could not be read stands in it as typed.
 * Fields come in the order of the document, and what may be absent is absent, so that the same rules are the same text.
 */
export function draftOf(fields: FormFields): Record<string, unknown> {
  const read = readerOf(fields);
  const { text, whole, money, percent, instant, orNull, isOn } = read;
  return {
    id: text("id"),
    name: text("name"),
    audience: text("audience"),
    state: text("state"),
    startsAt: orNull("startsAt", instant),
    endsAt: orNull("endsAt", instant),
    timeZone: text("timeZone"),
    currency: text("currency"),
    landingUrl: text("landingUrl"),
    termsVersion: text("termsVersion"),
    margins: {
      default: percent("margins.default"),
      ...record(rowsOf(fields, "margins"), (row) => [
        text(`margins[${row}].name`),
        percent(`margins[${row}].bps`),
      ]),
    },
    display: {
      brand: text("display.brand"),
      logoUrl: orNull("display.logoUrl", text),
      termsUrl: orNull("display.termsUrl", text),
      texts: record(rowsOf(fields, "texts"), (row) => [
        text(`texts[${row}].name`),
        fields.get(`texts[${row}].text`)?.replace(/\r\n/g, "\n") ?? "",
      ]),
      ...(isOn("display.landing") ? { landing: "hosted" } : {}),
      ...present({
        accent: orNull("display.accent", text),
        pictureUrl: orNull("display.pictureUrl", text),
      }),
    },
    attribution: {
      credit: text("attribution.credit"),
      windowDays: whole("attribution.windowDays"),
      newCustomersOnly: isOn("attribution.newCustomersOnly"),
    },
    steps: rowsOf(fields, "steps").map((row) => step(read, `steps[${row}]`)),
    guardrail: {
      base: text("guardrail.base"),
      maxBps: orNull("guardrail.maxBps", percent),
      minRoiPercent: orNull("guardrail.minRoiPercent", read.number),
      action: text("guardrail.action"),
    },
    legal: {
      jurisdiction: orNull("legal.jurisdiction", text),
      referrersLimitedToPurchasers: isOn("legal.referrersLimitedToPurchasers"),
      lowestSaleMinor: money("legal.lowestSaleMinor"),
      action: text("legal.action"),
    },
    limits: rowsOf(fields, "limits").map((row) => limit(read, row)),
    budgetMinor: orNull("budgetMinor", money),
    boosts: rowsOf(fields, "boosts").map((row) =>
      boost(read, `boosts[${row}]`),
    ),
  };
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(fields: FormFields) {
  const text = (name: string) => (fields.get(name) ?? "").trim();
  const currency = text("currency");
  const timeZone = knownZone(text("timeZone"));
  return {
    text,
    whole: (name: string) => wholeFrom(text(name)),
    money: (name: string) => moneyFrom(text(name), currency),
    percent: (name: string) => percentFrom(text(name)),
    instant: (name: string) => instantFrom(text(name), timeZone),
    number(name: string): Typed {
      const plain = text(name)
        .normalize("NFKC")
        .replace(/[\s,%]/g, "");
      return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text(name);
    },
    isOn: (name: string) => fields.has(name),
    orNull: (name: string, read: (name: string) => Typed) =>
      text(name) === "" ? null : read(name),
  };
}

function step(read: Reader, at: string) {
  const { text, whole, money, percent, orNull } = read;
  const on = text(`${at}.on`);
  const base = text(`${at}.base`);
  const overflow = overflowOf(read, `${at}.overflow`);
  const cap = present({
    ofGrossBps: orNull(`${at}.cap.ofGrossBps`, percent),
    fixedMinor: orNull(`${at}.cap.fixedMinor`, money),
  });
  // A lead has no amount: what only matters with one is left out of it, unless somebody chose it.
  const isPlainLead = on === "lead" && overflow.kind === "none";
  return {
    on,
    holdDays: whole(`${at}.holdDays`),
    ...(on === "lead" && base === "gross_profit" ? {} : { base }),
    ...present({ months: orNull(`${at}.months`, whole) }),
    budgetMinor: orNull(`${at}.budgetMinor`, money),
    referrer: side(read, `${at}.referrer`),
    friend: side(read, `${at}.friend`),
    ...(Object.keys(cap).length === 0 ? {} : { cap }),
    ...(isPlainLead ? {} : { overflow }),
  };
}

function overflowOf({ text, money }: Reader, at: string) {
  const kind = text(`${at}.kind`);
  if (kind === "none") return { kind };
  const name = text(`${at}.name`);
  const valueMinor = money(`${at}.valueMinor`);
  return kind === "raffle"
    ? { kind, prize: name, valueMinor }
    : { kind, name, valueMinor };
}

function side({ text, money, percent }: Reader, at: string) {
  const kind = text(`${at}.kind`);
  const amount = `${at}.amount`;
  if (kind === "nothing") return null;
  if (kind === "perk")
    return { kind, name: text(`${at}.name`), valueMinor: money(amount) };
  return text(`${at}.unit`) === "rate"
    ? { kind, rateBps: percent(amount) }
    : { kind, fixedMinor: money(amount) };
}

function limit({ text, whole, money, orNull }: Reader, row: number) {
  const at = `limits[${row}]`;
  const unit = text(`${at}.unit`);
  return {
    per: "member",
    on: orNull(`${at}.on`, text),
    unit,
    max: unit === "money" ? money(`${at}.max`) : whole(`${at}.max`),
    window: text(`${at}.window`),
  };
}

function boost(read: Reader, at: string) {
  const sides = (["referrer", "friend"] as const)
    .filter((to) => read.text(`${at}.${to}.kind`) !== "unchanged")
    .map((to) => [to, side(read, `${at}.${to}`)]);
  return {
    from: read.instant(`${at}.from`),
    to: read.instant(`${at}.to`),
    on: read.text(`${at}.on`),
    ...Object.fromEntries(sides),
  };
}

function present(values: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null),
  );
}

/** Own properties whatever their names; `__proto__` is a name like any other. */
function record(
  rows: number[],
  entry: (row: number) => [string, unknown],
): Record<string, unknown> {
  return Object.fromEntries(rows.map(entry));
}

/** A zone that does not exist is the schema's to refuse; until then instants are read as UTC. */
function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    return "UTC";
  }
}
