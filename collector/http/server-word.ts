import type { ConversionWord } from "../actions/conversion-word.ts";
import { missingFacts } from "./missing-facts.ts";
import type { conversionBody } from "./schemas/conversions.ts";
import { typedCode } from "./typed-code.ts";
import { invalidFields } from "./validate.ts";

const dayMs = 86_400_000;
/** A shop may tell of old orders, but hardly of older ones. */
const oldestDays = 3_650;
/** A shop's clock may be so much ahead. */
const toleranceMs = 5 * 60_000;

type Body = ReturnType<typeof conversionBody.parse>;

/** What a shop's server says of an order. Throws `invalid_field` for what cannot be recorded. */
export function serverWord(body: Body, now: number): ConversionWord {
  const facts = {
    orderId: body.orderId,
    amountMinor: body.amountMinor ?? null,
    currency: body.currency ?? null,
  };
  const errors = [
    ...missingFacts(body.type, facts),
    ...halfMoney(facts),
    ...wrongTime(body.occurredAt ?? now, now),
  ];
  if (errors.length) throw invalidFields(errors);
  const { customer } = body;
  return {
    ...facts,
    type: body.type,
    grossProfitMinor: body.grossProfitMinor ?? null,
    marginClass: body.marginClass ?? null,
    customer: {
      id: customer?.id ?? null,
      email: customer?.email ?? null,
      existing: customer?.existing ?? null,
    },
    ...typedCode(body.code),
    touches: [],
    visitor: body.visitor ?? null,
    occurredAt: Math.min(body.occurredAt ?? now, now),
    trust: "server",
  };
}

function halfMoney({
  amountMinor,
  currency,
}: Pick<ConversionWord, "amountMinor" | "currency">) {
  return amountMinor !== null && currency === null
    ? [{ path: "currency", message: "Expected the currency of amountMinor." }]
    : [];
}

function wrongTime(occurredAt: number, now: number) {
  const path = "occurredAt";
  if (occurredAt > now + toleranceMs)
    return [
      { path, message: "Expected an instant that is not in the future." },
    ];
  if (occurredAt < now - oldestDays * dayMs)
    return [
      {
        path,
        message:
          "Expected an instant of the last ten years, in epoch milliseconds.",
      },
    ];
  return [];
}
