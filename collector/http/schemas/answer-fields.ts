/** The fields that answers are made of, for `/openapi.json` and the tests that hold the answers to it. */
import { z } from "zod";
import { reasons } from "../../../sdk/protocol/reasons.ts";
import { rewardKinds } from "../../domain/program.ts";

export const id = z.string();
export const epochMs = z.int().meta({ description: "Epoch milliseconds" });
export const money = z.int().meta({ description: "Minor units" });
export const because = z.enum(reasons).nullable();
export const kind = z.enum(rewardKinds);
export const state = z.enum(["pending", "confirmed", "paid", "void"]);
export const overflow = z.strictObject({
  kind: z.enum(["raffle", "perk"]),
  name: z.string(),
  valueMinor: money,
});
export const notice = z.strictObject({ code: z.string(), message: z.string() });

export const warningsOf = z.array(notice);

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });
