import { minorDigits } from "../../domain/money.ts";
import type { Program, Step } from "../../domain/program.ts";
import { type Simulation, simulate } from "../../domain/simulate.ts";
import { moneyFrom, percentFrom, percentText } from "./field-text.ts";
import type { FormFields } from "./form-fields.ts";

/** More of either make a table that nobody reads. */
const most = 8;
const mostPriceMinor = 1_000_000_000_000;

export interface FormSimulation {
  input: Simulation;
  result: ReturnType<typeof simulate>;
  /** The rate of the form's own step, in basis points. */
  presentBps: number | null;
  /** The two sides get different things, which the simulator does not know. */
  differs: boolean;
  /** A lead gives something, and nobody has said how many there are for a sale. */
  leavesOutLeads: boolean;
}

/** What the simulator's fields say at first: the rate of the form between others, at a small, a middle and a large price. */
export function simulatorFields(program: Program): [string, string][] {
  const scale = minorDigits(program.currency) === 0 ? 1 : 0.01;
  const prices = [100_000, 500_000, 3_000_000].map((price) => price * scale);
  const present = rateOf(simulatedStep(program)) ?? 300;
  const rates = [100, 200, 300, 500, 1_000, present]
    .filter((rate, index, all) => all.indexOf(rate) === index)
    .sort((a, b) => a - b);
  return [
    ["sim.prices", prices.join(" ")],
    ["sim.rates", rates.map(percentText).join(" ")],
    ["sim.leads", ""],
  ];
}

/** The table for a form's present values, or `null` where prices or rates cannot be read. */
export function simulationOf(
  program: Program,
  fields: FormFields,
): FormSimulation | null {
  const pricesMinor = numbers(fields.get("sim.prices"), (text) =>
    moneyFrom(text, program.currency),
  );
  const asked = numbers(fields.get("sim.rates"), percentFrom);
  const step = simulatedStep(program);
  const presentBps = rateOf(step);
  const ratesBps = asked && withPresent(asked, presentBps);
  const leads = fields.get("sim.leads")?.trim() || "0";
  const leadsPerSale = Number(leads.normalize("NFKC"));
  const isSound =
    pricesMinor?.every((price) => price > 0 && price <= mostPriceMinor) &&
    ratesBps?.every((rate) => rate <= 10_000) &&
    leadsPerSale >= 0 &&
    leadsPerSale <= 10_000;
  if (!pricesMinor || !ratesBps || !isSound) return null;

  const lead = program.steps.find(({ on }) => on === "lead");
  const gift = lead?.referrer ?? lead?.friend;
  const giftMinor = gift?.kind === "perk" ? gift.valueMinor : gift?.fixedMinor;
  const input: Simulation = {
    pricesMinor,
    ratesBps,
    marginBps: program.margins.default,
    base: step?.base ?? "gross_profit",
    cap: step?.cap,
    overflow: step?.overflow,
    months: step?.months,
    leadGiftMinor: leadsPerSale > 0 ? (giftMinor ?? 0) : 0,
    leadsPerSale,
    guardrail: program.guardrail,
  };
  return {
    input,
    result: simulate(input),
    presentBps,
    leavesOutLeads: leadsPerSale === 0 && Boolean(giftMinor),
    differs: JSON.stringify(step?.referrer) !== JSON.stringify(step?.friend),
  };
}

function simulatedStep({ steps }: Program): Step | undefined {
  return (
    steps.find((step) => step.on === "sale" && rateOf(step) !== null) ??
    steps.find((step) => rateOf(step) !== null) ??
    steps.find(({ on }) => on === "sale")
  );
}

function rateOf(step: Step | undefined): number | null {
  const rates = [step?.referrer, step?.friend].map((amount) =>
    amount && amount.kind !== "perk" ? amount.rateBps : undefined,
  );
  return rates.find((rate) => rate !== undefined) ?? null;
}

/** The rate of the form always has its row. */
function withPresent(rates: number[], present: number | null): number[] {
  return present === null || present > 10_000 || rates.includes(present)
    ? rates
    : [...rates, present].sort((a, b) => a - b);
}

/** Numbers with spaces, Japanese commas or semicolons between them; a comma may be a thousands separator. */
function numbers(
  text: string | undefined,
  read: (text: string) => number | string,
): number[] | null {
  const parts = (text ?? "")
    .split(/[\s;、，]+|,(?!\d{3}(?!\d))/)
    .filter(Boolean);
  const values = parts.slice(0, most).map(read);
  const isRead = values.every(
    (value) => typeof value === "number" && value >= 0,
  );
  return isRead && values.length > 0 ? (values as number[]) : null;
}
