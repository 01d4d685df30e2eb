import type { ConversionWord } from "../actions/conversion-word.ts";
import { listPrograms } from "../actions/list-programs.ts";
import type { Reading } from "../actions/work.ts";
import { shown } from "./expectation.ts";

/** What a server's word makes somebody wonder about, though it is recorded: said once, in the answer to it. */
export async function wordWarnings(
  reading: Reading,
  siteId: string,
  word: ConversionWord,
): Promise<{ code: string; message: string }[]> {
  const { type, amountMinor, grossProfitMinor: gross } = word;
  const warnings = [];
  if (!(await isPaidOn(reading, siteId, type)))
    warnings.push({
      code: "unknown_stage",
      message: `No step of any programme pays on ${shown(type)}: check its spelling, or add a step for it.`,
    });
  if (gross !== null && amountMinor !== null && gross > amountMinor)
    warnings.push({
      code: "gross_above_amount",
      message: `The gross profit, ${gross}, is more than the amount, ${amountMinor}: check that both are in minor units of the same order.`,
    });
  return warnings;
}

/** Leads and sales are counted whether or not a step pays for them. */
async function isPaidOn(
  reading: Reading,
  siteId: string,
  type: string,
): Promise<boolean> {
  if (type === "lead" || type === "sale") return true;
  const programs = await listPrograms(reading, { siteId });
  return programs.some(({ steps }) => steps.some(({ on }) => on === type));
}
