/** Raffle entries and perks: what is asked, and what is answered. */
import { z } from "zod";
import { listOf } from "./answer-fields.ts";
import { pagingBy } from "./paging.ts";

const kind = z.enum(["raffle", "perk"]);
const state = z.enum(["pending", "confirmed", "paid", "void"]);

const filters = {
  kind: z.exactOptional(kind),
  state: z.exactOptional(state),
};
export const overflowFileQuery = z.strictObject(filters);
export const overflowsQuery = z.strictObject({
  ...pagingBy("rwd"),
  ...filters,
});

const money = z.int().meta({ description: "Minor units" });
const instant = z.int().meta({ description: "Epoch milliseconds" });

const overflowAnswer = z.strictObject({
  reward: z.string(),
  program: z.string(),
  on: z.string(),
  to: z.enum(["referrer", "friend"]),
  kind,
  name: z.string(),
  valueMinor: money,
  aboveMinor: money,
  currency: z.string(),
  state,
  givenAt: instant,
  takenBackAt: instant.nullable(),
  for: z.strictObject({
    payee: z.string(),
    member: z.string().nullable(),
    externalId: z.string().nullable(),
    email: z.string().nullable(),
    name: z.string().nullable(),
    erased: z.boolean(),
  }),
});
export const overflowsAnswer = listOf(overflowAnswer);
