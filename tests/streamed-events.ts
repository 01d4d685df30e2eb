import type { EnishiEvent } from "../sdk/protocol/events.ts";
import type { CollectorProcess } from "./collector-process.ts";
import { eventId, signToken, siteApi } from "./site-api.ts";

/** A member whose leads are all paid, so that a lost or doubled reward shows. */
export async function openProgram(collector: CollectorProcess) {
  const api = siteApi(collector);
  const { body } = await api.asServer<{ items: object[] }>(
    "GET",
    "/v1/programs",
  );
  await api.asServer("PUT", "/v1/programs/default", {
    ...body.items[0],
    limits: [],
  });
  return api.putMember("hanako");
}

/** What a page sends at once: two signals, and a lead that is its shop's word. */
export async function nextBatch(code: string): Promise<EnishiEvent[]> {
  const at = Date.now();
  const orderId = eventId();
  const token = await signToken("conversion", {
    type: "lead",
    orderId,
    sub: `friend-of-${orderId}`,
    code,
  });
  return [
    { id: eventId(), at, type: "share", code, channel: "line" },
    { id: eventId(), at, type: "share", code, channel: "x" },
    { id: eventId(), at, type: "lead", orderId, code, token },
  ];
}
