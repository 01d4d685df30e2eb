import type { Amount, Boost, Program, Step } from "../../domain/program.ts";
import { instantText, moneyText, percentText } from "./field-text.ts";
import { type FormFields, rowMark } from "./form-fields.ts";

/** The form that shows a programme's rules: every field of the document, as one would type it. */
export function formOf(program: Program): FormFields {
  const fields = new Map<string, string>();
  const put = (name: string, value: string | number | null | undefined) =>
    fields.set(name, String(value ?? ""));
  const money = (name: string, minor: number | null | undefined) =>
    put(name, minor == null ? "" : moneyText(minor, program.currency));
  const percent = (name: string, bps: number | null | undefined) =>
    put(name, bps == null ? "" : percentText(bps));
  const instant = (name: string, at: number | null) =>
    put(name, at === null ? "" : instantText(at, program.timeZone));
  const check = (name: string, isOn: boolean) => {
    if (isOn) put(name, "yes");
  };
  const to = { put, money, percent, instant };

  const { attribution, display, guardrail, legal } = program;
  put("id", program.id);
  put("name", program.name);
  put("audience", program.audience);
  put("state", program.state);
  instant("startsAt", program.startsAt);
  instant("endsAt", program.endsAt);
  put("timeZone", program.timeZone);
  put("currency", program.currency);
  put("landingUrl", program.landingUrl);
  put("termsVersion", program.termsVersion);
  percent("margins.default", program.margins.default);
  Object.entries(program.margins)
    .filter(([name]) => name !== "default")
    .forEach(([name, bps], index) => {
      put(rowMark("margins", index), 1);
      put(`margins[${index}].name`, name);
      percent(`margins[${index}].bps`, bps);
    });
  put("display.brand", display.brand);
  put("display.logoUrl", display.logoUrl);
  put("display.termsUrl", display.termsUrl);
  check("display.landing", display.landing === "hosted");
  put("display.accent", display.accent);
  put("display.pictureUrl", display.pictureUrl);
  Object.entries(display.texts).forEach(([name, text], index) => {
    put(rowMark("texts", index), 1);
    put(`texts[${index}].name`, name);
    put(`texts[${index}].text`, text);
  });
  put("attribution.credit", attribution.credit);
  put("attribution.windowDays", attribution.windowDays);
  check("attribution.newCustomersOnly", attribution.newCustomersOnly);
  program.steps.forEach((step, index) => {
    put(rowMark("steps", index), 1);
    putStep(to, `steps[${index}]`, step);
  });
  put("guardrail.base", guardrail.base);
  percent("guardrail.maxBps", guardrail.maxBps);
  put("guardrail.minRoiPercent", guardrail.minRoiPercent);
  put("guardrail.action", guardrail.action);
  put("legal.jurisdiction", legal.jurisdiction);
  check(
    "legal.referrersLimitedToPurchasers",
    legal.referrersLimitedToPurchasers,
  );
  money("legal.lowestSaleMinor", legal.lowestSaleMinor);
  put("legal.action", legal.action);
  program.limits.forEach((limit, index) => {
    const at = `limits[${index}]`;
    put(rowMark("limits", index), 1);
    put(`${at}.on`, limit.on);
    put(`${at}.unit`, limit.unit);
    if (limit.unit === "money") money(`${at}.max`, limit.max);
    else put(`${at}.max`, limit.max);
    put(`${at}.window`, limit.window);
  });
  money("budgetMinor", program.budgetMinor);
  program.boosts.forEach((boost, index) => {
    put(rowMark("boosts", index), 1);
    putBoost(to, `boosts[${index}]`, boost);
  });
  return fields;
}

interface To {
  put(name: string, value: string | number | null | undefined): void;
  money(name: string, minor: number | null | undefined): void;
  percent(name: string, bps: number | null | undefined): void;
  instant(name: string, at: number | null): void;
}

function putStep(to: To, at: string, step: Step): void {
  const { put, money, percent } = to;
  put(`${at}.on`, step.on);
  put(`${at}.holdDays`, step.holdDays);
  put(`${at}.base`, step.base ?? "gross_profit");
  put(`${at}.months`, step.months);
  money(`${at}.budgetMinor`, step.budgetMinor);
  putSide(to, `${at}.referrer`, step.referrer);
  putSide(to, `${at}.friend`, step.friend);
  percent(`${at}.cap.ofGrossBps`, step.cap?.ofGrossBps);
  money(`${at}.cap.fixedMinor`, step.cap?.fixedMinor);
  const overflow = step.overflow ?? { kind: "none" as const };
  put(`${at}.overflow.kind`, overflow.kind);
  if (overflow.kind === "none") return;
  const name = overflow.kind === "raffle" ? overflow.prize : overflow.name;
  put(`${at}.overflow.name`, name);
  money(`${at}.overflow.valueMinor`, overflow.valueMinor);
}

function putBoost(to: To, at: string, boost: Boost): void {
  to.put(`${at}.on`, boost.on);
  to.instant(`${at}.from`, boost.from);
  to.instant(`${at}.to`, boost.to);
  putSide(to, `${at}.referrer`, boost.referrer);
  putSide(to, `${at}.friend`, boost.friend);
}

/** `undefined`, in a boost, is "as the step says". */
function putSide(to: To, at: string, amount: Amount | null | undefined): void {
  const { put, money, percent } = to;
  if (amount == null) {
    put(`${at}.kind`, amount === null ? "nothing" : "unchanged");
    return;
  }
  put(`${at}.kind`, amount.kind);
  if (amount.kind === "perk") {
    put(`${at}.unit`, "fixed");
    put(`${at}.name`, amount.name);
    money(`${at}.amount`, amount.valueMinor);
  } else if (amount.fixedMinor !== undefined) {
    put(`${at}.unit`, "fixed");
    money(`${at}.amount`, amount.fixedMinor);
  } else {
    put(`${at}.unit`, "rate");
    percent(`${at}.amount`, amount.rateBps);
  }
}
