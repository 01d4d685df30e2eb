/** Bodies of acts: with a reason, or without words. */
import { z } from "zod";
import { text } from "./fields.ts";

export const reasonBody = z.strictObject({ reason: text({ max: 500 }) });

/** For acts that need no words. */
export const emptyBody = z.strictObject({});
