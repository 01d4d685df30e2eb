import { listGiftPools } from "../actions/list-gift-pools.ts";
import type { Collector } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody } from "./read-body.ts";
import { readGiftCodes } from "./read-gift-codes.ts";
import { giftPoolBody, giftPoolsQuery } from "./schemas/gifts.ts";
import { asServer } from "./server-calls.ts";

/** `GET /v1/gift-pools` */
export function giftPools(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listGiftPools(collector.reading, {
        siteId,
        ...queryOf(c, giftPoolsQuery),
      }),
    ),
  );
}

/** `POST /v1/gift-pools` */
export function createGiftPool(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const { to, url, lowBelow, ...pool } = await readBody(c, giftPoolBody);
    const created = await collector.writer.run("createGiftPool", {
      siteId,
      ...pool,
      to: to ?? null,
      url: url ?? null,
      lowBelow: lowBelow ?? usualLowBelow,
      by: "api",
    });
    return c.json(created, 201);
  });
}

const usualLowBelow = 20;

/** `POST /v1/gift-pools/:id/codes` */
export function addGiftCodes(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const pool = pathText(c, "id");
    const codes = await readGiftCodes(c);
    return c.json(
      await collector.writer.run("addGiftCodes", {
        siteId,
        pool,
        codes,
        by: "api",
      }),
    );
  });
}
