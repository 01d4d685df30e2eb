import { usualLowBelow } from "../actions/create-gift-pool.ts";
import { listGiftPools, readGiftPool } from "../actions/list-gift-pools.ts";
import { listUnservedGifts } from "../actions/list-unserved-gifts.ts";
import type { Collector } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody } from "./read-body.ts";
import { readGiftCodes } from "./read-gift-codes.ts";
import { emptyBody, reasonBody } from "./schemas/acts.ts";
import {
  giftExpiryBody,
  giftPoolBody,
  giftPoolPatch,
  giftPoolsQuery,
} from "./schemas/gifts.ts";
import { asServer } from "./server-calls.ts";

/** `GET /v1/gift-pools` */
export function giftPools(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const query = queryOf(c, giftPoolsQuery);
    const { reading } = collector;
    const pools = await listGiftPools(reading, { siteId, ...query });
    const unserved = await listUnservedGifts(reading, { siteId });
    return c.json({ ...pools, unserved });
  });
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

/** `GET /v1/gift-pools/:id` */
export function giftPool(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    queryOf(c, emptyBody);
    const pool = pathText(c, "id");
    return c.json(await readGiftPool(collector.reading, { siteId, pool }));
  });
}

/** `PATCH /v1/gift-pools/:id` */
export function editGiftPool(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const pool = pathText(c, "id");
    const change = await readBody(c, giftPoolPatch);
    return c.json(
      await collector.writer.run("editGiftPool", {
        siteId,
        pool,
        ...change,
        by: "api",
      }),
    );
  });
}

/** `POST /v1/gift-pools/:id/codes` */
export function addGiftCodes(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const pool = pathText(c, "id");
    const upload = await readGiftCodes(c);
    return c.json(
      await collector.writer.run("addGiftCodes", {
        siteId,
        pool,
        ...upload,
        by: "api",
      }),
    );
  });
}

/** `POST /v1/gift-pools/:id/expiry` */
export function moveGiftExpiry(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const pool = pathText(c, "id");
    const { expiresAt, becomes } = await readBody(c, giftExpiryBody);
    return c.json(
      await collector.writer.run("moveGiftExpiry", {
        siteId,
        pool,
        from: expiresAt,
        to: becomes,
        by: "api",
      }),
    );
  });
}

/** `POST /v1/gift-pools/:id/withdrawal` and `POST /v1/gift-pools/:id/retirement` */
export function takeOutGifts(
  collector: Collector,
  action: "withdrawGiftCodes" | "retireGiftPool",
) {
  return asServer(collector, async (c, { id: siteId }) => {
    const pool = pathText(c, "id");
    const { reason } = await readBody(c, reasonBody);
    return c.json(
      await collector.writer.run(action, { siteId, pool, reason, by: "api" }),
    );
  });
}
