import type { Amount, Boost, Program, Step } from "../../domain/program.ts";
import { named } from "../named.ts";
import type { View } from "../pages/view.ts";
import {
  amountInWords,
  boundsInWords,
  type Line,
  stepInWords,
} from "../rules-in-words.ts";

/** Everything that a programme's rules say, line by line; labels tell lines apart. */
export function factsOf(view: View, program: Program): Line[] {
  return [
    ...outline(view, program),
    ...program.steps.flatMap((step) => ofStep(view, program, step)),
    ...boundsInWords(view, program),
    ...law(view, program),
    ...program.boosts.map(
      (boost, index): Line => [
        view.words.rules.facts.boost(index + 1),
        boostInWords(view, program, boost),
      ],
    ),
    ...Object.entries(program.display.texts).map(
      ([name, text]): Line => [view.words.rules.facts.text(name), text],
    ),
  ];
}

function outline(view: View, program: Program): Line[] {
  const { facts, options } = view.words.rules;
  const { display } = program;
  return [
    [facts.name, program.name],
    [facts.audience, options.audience[program.audience]],
    [facts.state, options.state[program.state]],
    [facts.period, period(view, program.startsAt, program.endsAt)],
    [facts.timeZone, program.timeZone],
    [facts.currency, program.currency],
    [facts.landing, program.landingUrl],
    [facts.hosted, display.landing === "hosted" ? facts.present : ""],
    [
      facts.terms,
      [program.termsVersion, display.termsUrl].filter(Boolean).join(" "),
    ],
    [facts.brand, display.brand],
    [facts.logo, display.logoUrl ?? ""],
    [facts.picture, display.pictureUrl ?? ""],
    [facts.accent, display.accent ?? ""],
  ];
}

function ofStep(view: View, program: Program, step: Step): Line[] {
  const { words } = view;
  const { facts, options } = words.rules;
  const fields = words.rules.fields;
  const lines: Line[] = [
    ...stepInWords(view, program, step),
    [fields["steps[].base"] ?? "", options.base[step.base ?? "gross_profit"]],
    [fields["steps[].months"] ?? "", String(step.months ?? "")],
    [facts.overflow, overflowInWords(view, program, step)],
  ];
  const name = stepName(view, step.on);
  return [
    [name, facts.present],
    ...lines.map(([label, text]): Line => [`${name}: ${label}`, text]),
  ];
}

/** A step by the reader's word for it. */
export function stepName(view: View, on: string): string {
  return named(view.words.steps, on);
}

function overflowInWords(view: View, program: Program, step: Step): string {
  const { words, formats } = view;
  const overflow = step.overflow ?? { kind: "none" };
  if (overflow.kind === "none") return words.rules.options.overflow.none;
  const value = formats.money(overflow.valueMinor, program.currency);
  return overflow.kind === "raffle"
    ? words.rules.facts.raffle(overflow.prize, value)
    : words.program.perk(overflow.name, value);
}

function law(view: View, { legal, currency }: Program): Line[] {
  const { facts } = view.words.rules;
  return [
    [
      facts.purchasers,
      legal.referrersLimitedToPurchasers ? facts.buyersOnly : facts.anybody,
    ],
    [facts.lowestSale, view.formats.money(legal.lowestSaleMinor, currency)],
  ];
}

function boostInWords(view: View, program: Program, boost: Boost): string {
  const { words } = view;
  const step = program.steps.find(({ on }) => on === boost.on);
  const basis: Step = step ?? {
    on: boost.on,
    holdDays: 0,
    budgetMinor: null,
    referrer: null,
    friend: null,
  };
  const side = (label: string, amount: Amount | null | undefined) => {
    if (amount === undefined) return [];
    const text = amount
      ? amountInWords(view, program, basis, amount)
      : words.program.nothing;
    return [`${label} ${text}`];
  };
  return words.rules.facts.boostText(
    period(view, boost.from, boost.to),
    stepName(view, boost.on),
    [
      ...side(words.rules.side.referrer, boost.referrer),
      ...side(words.rules.side.friend, boost.friend),
    ].join(words.program.comma),
  );
}

function period(view: View, from: number | null, to: number | null): string {
  const { facts } = view.words.rules;
  const parts = [
    ...(from === null ? [] : [facts.from(view.formats.instant(from))]),
    ...(to === null ? [] : [facts.until(view.formats.instant(to))]),
  ];
  return parts.length > 0 ? parts.join(" ") : facts.always;
}
