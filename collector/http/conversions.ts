import type { ConversionWord } from "../actions/conversion-word.ts";
import { listUnmatched } from "../actions/list-unmatched.ts";
import { listConversions } from "../actions/lists.ts";
import type { Collector } from "./collector.ts";
import { codeOf, missingFacts } from "./conversion-word.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody, readOptionalBody } from "./read-body.ts";
import { emptyBody } from "./schemas/acts.ts";
import {
  changeBody,
  conversionBody,
  conversionsQuery,
  creditBody,
  refundBody,
} from "./schemas/conversions.ts";
import { asServer } from "./server-calls.ts";
import { invalidFields } from "./validate.ts";
import { wordWarnings } from "./word-warnings.ts";

const dayMs = 86_400_000;
/** A shop may tell of old orders, but hardly of older ones. */
const oldestDays = 3_650;
/** A shop's clock may be so much ahead. */
const toleranceMs = 5 * 60_000;

/** `POST /v1/conversions` */
export function recordConversion(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const word = serverWord(
      await readBody(c, conversionBody),
      collector.reading.now(),
    );
    const { created, conversion } = await collector.writer.run(
      "recordConversion",
      { siteId, word },
    );
    const warnings = [
      ...conversion.warnings,
      ...(await wordWarnings(collector.reading, siteId, word)),
    ];
    return c.json({ ...conversion, warnings }, created ? 201 : 200);
  });
}

type Body = ReturnType<typeof conversionBody.parse>;

function serverWord(body: Body, now: number): ConversionWord {
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
    ...codeOf(body.code),
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

/** `GET /v1/conversions` */
export function conversions(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const { unmatched, ...query } = queryOf(c, conversionsQuery);
    const list = unmatched ? listUnmatched : listConversions;
    return c.json(await list(collector.reading, { siteId, ...query }));
  });
}

/** `POST /v1/conversions/:id/verification` */
export function verifyConversion(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const conversion = pathText(c, "id");
    await readOptionalBody(c, emptyBody);
    return c.json(
      await collector.writer.run("verifyConversion", {
        siteId,
        conversion,
        by: "api",
      }),
    );
  });
}

/** `POST /v1/conversions/:id/refunds` */
export function refundConversion(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const conversion = pathText(c, "id");
    const refund = await readBody(c, refundBody);
    const { created, ...answer } = await collector.writer.run(
      "refundConversion",
      { siteId, conversion, ...refund, by: "api" },
    );
    return c.json(answer, created ? 201 : 200);
  });
}

/** `POST /v1/conversions/:id/changes`: what the order became. */
export function changeOrder(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const conversion = pathText(c, "id");
    const change = await readBody(c, changeBody);
    const { created, ...answer } = await collector.writer.run("changeOrder", {
      siteId,
      conversion,
      ...change,
      by: "api",
    });
    return c.json(answer, created ? 201 : 200);
  });
}

/** `POST /v1/conversions/:id/credit`: by hand. */
export function creditConversion(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const conversion = pathText(c, "id");
    const credit = await readBody(c, creditBody);
    return c.json(
      await collector.writer.run("creditByHand", {
        siteId,
        conversion,
        ...credit,
        by: "api",
      }),
    );
  });
}
