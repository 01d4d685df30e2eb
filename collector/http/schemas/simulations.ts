/** Trying out rules, `POST /v1/simulations`. */

import { z } from "zod";
import { money, notice } from "./answer-fields.ts";
import {
  amountMinor,
  amountOrZero,
  basisPoints,
  says,
  whole,
} from "./fields.ts";
import { capFields, guardrail, overflowFields } from "./program-parts.ts";

const someOf = <Item extends z.ZodType>(item: Item) => {
  const what = says("a list of 1 to 100");
  return z.array(item, what).min(1, what).max(100, what);
};

export const simulationBody = z.strictObject({
  pricesMinor: someOf(amountMinor),
  ratesBps: someOf(basisPoints),
  marginBps: basisPoints,
  base: z.enum(["gross_profit", "sale"]),
  cap: capFields.nullable().optional(),
  overflow: overflowFields.nullable().optional(),
  months: whole(1, 1_200, " of months").optional(),
  leadGiftMinor: amountOrZero.optional(),
  leadsPerSale: z
    .number(says("a number from 0 to 10,000"))
    .min(0, says("a number from 0 to 10,000"))
    .max(10_000, says("a number from 0 to 10,000"))
    .optional(),
  guardrail: z
    .strictObject({
      base: z.exactOptional(guardrail.base),
      maxBps: z.exactOptional(guardrail.maxBps),
      minRoiPercent: z.exactOptional(guardrail.minRoiPercent),
      action: z.exactOptional(guardrail.action),
    })
    .nullable()
    .optional(),
});

export const simulationAnswer = z.strictObject({
  rows: z.array(
    z.strictObject({
      priceMinor: money,
      rateBps: z.int(),
      grossMinor: money,
      rawMinor: money,
      capMinor: money.nullable(),
      perPersonMinor: money,
      bothMinor: money,
      giftsMinor: money,
      overflowMinor: money.optional(),
      roiPercent: z.number(),
      cappedBy: z.array(z.string()),
      guardrailOk: z.boolean(),
      legal: z.strictObject({ limitMinor: money, ok: z.boolean() }),
    }),
  ),
  advice: z.array(notice),
});
