import { listConversions } from "../actions/list-conversions.ts";
import { listUnmatched } from "../actions/list-unmatched.ts";
import type { Collector } from "./collector.ts";
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
import { serverWord } from "./server-word.ts";
import { wordWarnings } from "./word-warnings.ts";

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
