import type { Amount, Limit, Program, Step } from "../domain/program.ts";
import { named } from "./named.ts";
import type { View } from "./pages/view.ts";

export type Line = [label: string, text: string];

/** What one step pays, holds back and bounds, line by line. */
export function stepInWords(view: View, program: Program, step: Step): Line[] {
  const { words, formats } = view;
  const w = words.program;
  const side = (amount: Amount | null) =>
    amount ? amountInWords(view, program, step, amount) : w.nothing;
  const caps = [
    ...(step.cap?.ofGrossBps === undefined
      ? []
      : [w.capGross(formats.bps(step.cap.ofGrossBps))]),
    ...(step.cap?.fixedMinor === undefined
      ? []
      : [w.capFixed(formats.money(step.cap.fixedMinor, program.currency))]),
  ];
  return [
    [w.referrer, side(step.referrer)],
    [w.friend, side(step.friend)],
    [w.cap, caps.length > 0 ? `${w.each}: ${caps.join(w.comma)}` : w.noCap],
    [w.hold, step.holdDays > 0 ? w.holdDays(step.holdDays) : w.noHold],
    [w.budget, budgetInWords(view, program, step.budgetMinor)],
  ];
}

/** Who is credited, and what bounds the whole programme. */
export function boundsInWords(view: View, program: Program): Line[] {
  const { words, formats } = view;
  const w = words.program;
  const { attribution, guardrail, legal, limits } = program;
  const rail = [
    ...(guardrail.maxBps === null
      ? []
      : [
          w.guardrailText(
            formats.bps(guardrail.maxBps),
            w.bases[guardrail.base],
          ),
        ]),
    ...(guardrail.minRoiPercent === null
      ? []
      : [w.minRoi(formats.percent(guardrail.minRoiPercent))]),
  ];
  return [
    [
      w.who,
      `${w.credit[attribution.credit]}${w.comma}${w.window(attribution.windowDays)} ${attribution.newCustomersOnly ? w.newOnly : w.anybody}`,
    ],
    ...Object.entries(program.margins).map(
      ([name, bps]): Line => [
        name === "default" ? w.margin : `${w.margin} (${name})`,
        formats.bps(bps),
      ],
    ),
    [
      w.guardrail,
      rail.length > 0
        ? [rail.join(w.comma), w.guardrailActions[guardrail.action]].join(
            w.stop,
          )
        : w.noBudget,
    ],
    [
      w.legal,
      legal.jurisdiction === null
        ? w.noLegal
        : [w.legalText(legal.jurisdiction), w.legalActions[legal.action]].join(
            w.stop,
          ),
    ],
    [
      w.limits,
      limits.length > 0
        ? limits
            .map((limit) => limitInWords(view, program, limit))
            .join(w.comma)
        : w.noBudget,
    ],
    [w.budget, budgetInWords(view, program, program.budgetMinor)],
  ];
}

/** One side's amount, as it would be said. */
export function amountInWords(
  view: View,
  program: Program,
  step: Step,
  amount: Amount,
): string {
  const { words, formats } = view;
  const w = words.program;
  if (amount.kind === "perk") {
    return w.perk(
      amount.name,
      formats.money(amount.valueMinor, program.currency),
    );
  }
  const kind = words.kinds[amount.kind];
  if (amount.rateBps === undefined) {
    return w.fixed(
      formats.money(amount.fixedMinor ?? 0, program.currency),
      kind,
    );
  }
  const rate = w.rate(
    formats.bps(amount.rateBps),
    w.bases[step.base ?? "gross_profit"],
    kind,
  );
  return (step.months ?? 1) > 1
    ? [rate, w.months(step.months ?? 1)].join(w.comma)
    : rate;
}

function limitInWords(view: View, program: Program, limit: Limit): string {
  const { words, formats } = view;
  const w = words.program;
  const window = w.windows[limit.window];
  const step = limit.on === null ? null : named(words.steps, limit.on);
  if (limit.unit === "count") {
    const max = formats.count(limit.max);
    return step === null
      ? w.limitCountAll(max, window)
      : w.limitCount(max, step, window);
  }
  const max = formats.money(limit.max, program.currency);
  return step === null
    ? w.limitMoney(max, window)
    : w.limitMoneyOn(max, step, window);
}

function budgetInWords(
  { words, formats }: View,
  program: Program,
  budgetMinor: number | null,
): string {
  return budgetMinor === null
    ? words.program.noBudget
    : formats.money(budgetMinor, program.currency);
}
