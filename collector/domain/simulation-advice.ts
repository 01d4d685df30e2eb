import type { Figures } from "./figures.ts";
import { lotteryLimit, premiumLimit } from "./premium-limit.ts";
import type { Simulation, SimulationRow } from "./simulate.ts";

export interface Advice {
  code: string;
  message: string;
  /** The same in numbers; the owner's pages alone read them. */
  figures?: Figures[];
}

/** Below this margin (basis points) a common start of 3 % eats too much of the profit. */
const lowMarginBps = 3_500;

/** What an owner should know before publishing such rules: a code once each, and a sentence in plain English. */
export function simulationAdvice(
  input: Simulation,
  rows: readonly SimulationRow[],
): Advice[] {
  return [
    lowMargin(input),
    losesMoney(rows),
    capBinds(rows),
    guardrail(rows),
    legal(rows),
    legalGift(input),
    legalOverflow(input, rows),
    tooSmall(rows),
  ].filter((advice) => advice !== null);
}

function lowMargin({ marginBps, ratesBps }: Simulation): Advice | null {
  if (marginBps >= lowMarginBps) return null;
  const above = ratesBps.some((rate) => rate > 200);
  return {
    code: "low_margin",
    message: `At a margin of ${percent(marginBps)}, below 35 %, start at 1.5 to 2 %${above ? " rather than with the rates given here" : ""}, and raise the rate when results allow it.`,
    figures: [{ marginBps }],
  };
}

function losesMoney(rows: readonly SimulationRow[]): Advice | null {
  return about(rows.filter(isLoss), "loses_money", (row) => {
    const costMinor = costOf(row);
    const { grossMinor } = row;
    return {
      says: `rewards and gifts of ${costMinor} are more than the gross profit of ${grossMinor}. Lower the rate, the gift, or the leads needed for a sale.`,
      figures: { costMinor, grossMinor },
    };
  });
}

function isLoss(row: SimulationRow): boolean {
  return costOf(row) > row.grossMinor;
}

/** Rewards of both sides, gifts, and perks for what is above the cap. */
function costOf({ bothMinor, giftsMinor, overflowMinor = 0 }: SimulationRow) {
  return bothMinor + giftsMinor + overflowMinor;
}

function capBinds(rows: readonly SimulationRow[]): Advice | null {
  const capped = rows.filter((row) => row.cappedBy.length > 0);
  return about(
    capped,
    "cap_binds",
    ({ perPersonMinor: paidMinor, rawMinor }) => ({
      says: `the cap pays ${paidMinor} instead of ${rawMinor}. Say so in the offer: people expect the rate.`,
      figures: { paidMinor, rawMinor },
    }),
  );
}

function guardrail(rows: readonly SimulationRow[]): Advice | null {
  const over = rows.filter((row) => !row.guardrailOk);
  return about(over, "guardrail", (row) => ({
    says: `both sides and gifts together cost ${costOf(row)}, more than the guardrail allows. Lower the rate, or the guardrail will act on real sales.`,
    figures: { costMinor: costOf(row) },
  }));
}

function legal(rows: readonly SimulationRow[]): Advice | null {
  const over = rows.filter((row) => !row.legal.ok);
  return about(
    over,
    "legal",
    ({ perPersonMinor: valueMinor, legal: { limitMinor } }) => ({
      says: `the friend's ${valueMinor} is above the ${limitMinor} that Japan allows as a gift to everyone. Give points or a coupon of your own shop, which count as a discount, or lower the amount.`,
      figures: { valueMinor, limitMinor },
    }),
  );
}

function legalGift(input: Simulation): Advice | null {
  const { leadGiftMinor = 0, pricesMinor } = input;
  if (pricesMinor.length === 0) return null;
  const lowest = Math.min(...pricesMinor);
  const limit = premiumLimit(lowest);
  if (leadGiftMinor <= limit) return null;
  return {
    code: "legal_gift",
    message: `A gift of ${leadGiftMinor} for a lead is above the ${limit} that Japan allows where the lowest purchase is ${lowest}. Lower the gift, or ask a lawyer whether your leads count as part of a purchase.`,
    figures: [
      { amountMinor: lowest, valueMinor: leadGiftMinor, limitMinor: limit },
    ],
  };
}

function legalOverflow(
  { overflow }: Simulation,
  rows: readonly SimulationRow[],
): Advice | null {
  if (!overflow || overflow.kind === "none") return null;
  const limitOf = overflow.kind === "perk" ? premiumLimit : lotteryLimit;
  const over = rows.filter(
    ({ cappedBy, priceMinor }) =>
      cappedBy.length > 0 && overflow.valueMinor > limitOf(priceMinor),
  );
  return about(over, "legal_overflow", (row) => ({
    says: `the ${overflow.kind === "perk" ? "perk" : "prize"} of ${overflow.valueMinor} for what is above the cap is more than the ${limitOf(row.priceMinor)} that Japan allows. Choose one of less value.`,
    figures: {
      valueMinor: overflow.valueMinor,
      limitMinor: limitOf(row.priceMinor),
    },
  }));
}

function tooSmall(rows: readonly SimulationRow[]): Advice | null {
  const nothing = rows.filter((row) => row.perPersonMinor === 0);
  return about(nothing, "pays_nothing", () => ({
    says: "the reward rounds down to 0 and is not given.",
    figures: {},
  }));
}

/** One sentence for all rows that share a problem: the first as the example. */
function about(
  rows: readonly SimulationRow[],
  code: string,
  sentence: (example: SimulationRow) => { says: string; figures: Figures },
): Advice | null {
  const [first, ...others] = rows;
  if (!first) return null;
  const more = others.length === 0 ? "" : ` The same in ${others.length} more.`;
  const { priceMinor, rateBps } = first;
  const { says, figures } = sentence(first);
  return {
    code,
    message: `At a price of ${priceMinor} and a rate of ${percent(rateBps)}, ${says}${more}`,
    figures: [
      { amountMinor: priceMinor, rateBps, others: others.length, ...figures },
    ],
  };
}

function percent(bps: number): string {
  return `${bps / 100} %`;
}
