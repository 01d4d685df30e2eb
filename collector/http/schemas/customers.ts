import { z } from "zod";
import { email, says, text } from "./fields.ts";

/** Customers in one call. */
const maxCustomers = 1_000;
/** Of one call: a thousand of the longest names fit. */
export const maxCustomersBytes = 1024 * 1024;

const someWords = says(`a list of 1 to ${maxCustomers} customers`);

export const customersBody = z.strictObject({
  customers: z
    .array(
      z
        .strictObject({ id: text().optional(), email: email.optional() })
        .refine(
          (one) => one.id !== undefined || one.email !== undefined,
          says("an id, a mail address, or both"),
        ),
      someWords,
    )
    .min(1, someWords)
    .max(maxCustomers, someWords),
});

export const customersAnswer = z.strictObject({
  added: z.int(),
  known: z.int(),
});
