import { businessCap, type CapName } from "./business-cap.ts";
import { guardrailMinor } from "./guardrail.ts";
import { rateOf } from "./money.ts";
import { overflowCost } from "./planned-overflow.ts";
import { premiumLimit } from "./premium-limit.ts";
import type { Cap, Overflow, Program } from "./program.ts";
import { roiPercent } from "./roi-percent.ts";
import { type Advice, simulationAdvice } from "./simulation-advice.ts";

/** Money in minor units, rates and margins in basis points. Both sides get the same. */
export interface Simulation {
  pricesMinor: number[];
  ratesBps: number[];
  marginBps: number;
  base: "gross_profit" | "sale";
  cap?: Cap | null | undefined;
  /** What becomes of the part above the cap. */
  overflow?: Overflow | null | undefined;
  /** The price is a monthly fee: everything but the legal check uses this many months. */
  months?: number | undefined;
  leadGiftMinor?: number | undefined;
  /** Leads for each sale; may be a fraction. */
  leadsPerSale?: number | undefined;
  guardrail?: Partial<Program["guardrail"]> | null | undefined;
}

export interface SimulationRow {
  priceMinor: number;
  rateBps: number;
  grossMinor: number;
  rawMinor: number;
  /** `null` where no cap was given. */
  capMinor: number | null;
  perPersonMinor: number;
  bothMinor: number;
  giftsMinor: number;
  /** What the perks of both sides cost where the cap cuts; only where the rules make something of the part above it. */
  overflowMinor?: number;
  roiPercent: number;
  cappedBy: CapName[];
  guardrailOk: boolean;
  legal: { limitMinor: number; ok: boolean };
}

/**
 * What a sale would cost and return, a row for each price and each rate within it, in the order given.
 *
 * perPerson = min(floor(base x rate), cap); gifts = leadGift x 2 x leadsPerSale; roiPercent = (gross - both - gifts) /
 * (both + gifts) x 100, and 0 where nothing is given; perks for what is above the cap count like gifts. The guardrail
 * looks at all that the sale costs, gifts too, and only reports. `legal` is Japan's limit for gifts to everyone at that price: points and coupons of the shop are outside it.
 */
export function simulate(input: Simulation): {
  rows: SimulationRow[];
  advice: Advice[];
} {
  const rows = input.pricesMinor.flatMap((priceMinor) =>
    input.ratesBps.map((rateBps) => row(input, priceMinor, rateBps)),
  );
  return { rows, advice: simulationAdvice(input, rows) };
}

function row(
  input: Simulation,
  priceMinor: number,
  rateBps: number,
): SimulationRow {
  const saleMinor = priceMinor * (input.months ?? 1);
  const grossMinor = rateOf(saleMinor, input.marginBps);
  const rawMinor = rateOf(
    input.base === "sale" ? saleMinor : grossMinor,
    rateBps,
  );
  const { capMinor, by } = businessCap(input.cap, grossMinor);
  const perPersonMinor = Math.min(rawMinor, capMinor ?? rawMinor);
  const bothMinor = perPersonMinor * 2;
  const giftsMinor = giftsOf(input);
  const isCapped = perPersonMinor < rawMinor;
  const above = aboveCap(input.overflow, isCapped && perPersonMinor > 0);
  const costMinor = bothMinor + giftsMinor + (above.overflowMinor ?? 0);
  const allowedMinor = guardrailMinor(
    {
      base: input.guardrail?.base ?? "sale",
      maxBps: input.guardrail?.maxBps ?? null,
      minRoiPercent: input.guardrail?.minRoiPercent ?? null,
    },
    { saleMinor, grossMinor },
  );
  const limitMinor = premiumLimit(priceMinor);
  return {
    priceMinor,
    rateBps,
    grossMinor,
    rawMinor,
    capMinor,
    perPersonMinor,
    bothMinor,
    giftsMinor,
    ...above,
    roiPercent: roiPercent(grossMinor, costMinor),
    cappedBy: isCapped ? by : [],
    guardrailOk: allowedMinor === null || costMinor <= allowedMinor,
    legal: { limitMinor, ok: perPersonMinor <= limitMinor },
  };
}

function aboveCap(
  overflow: Overflow | null | undefined,
  isGiven: boolean,
): { overflowMinor?: number } {
  if (!overflow || overflow.kind === "none") return {};
  return { overflowMinor: isGiven ? overflowCost(overflow) * 2 : 0 };
}

/** Rounded, since leads for a sale may be a fraction. */
function giftsOf({ leadGiftMinor = 0, leadsPerSale = 0 }: Simulation): number {
  return Math.round(leadGiftMinor * 2 * leadsPerSale);
}
