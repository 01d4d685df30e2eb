import { keys, shopOrigin } from "../tests/collector-process.ts";
import { signToken, siteApi } from "../tests/site-api.ts";
import type { Load } from "./load/load.ts";

export type Request = Load["request"];

export const friendsOfPopular = 1_000;

const userAgent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

// With its batch around it 300 bytes, as a typical event has.
const event = `{"id":"{id}","at":{now},"type":"custom","name":"product_viewed","props":{"product":"nambu-iron-kettle","category":"ironware","price":100000,"inStock":true}}`;

/** What a page sends, from a browser that is one of many. */
export function eventRequest(events = 1): Request {
  const list = Array.from({ length: events }, () => event).join();
  return {
    method: "POST",
    path: "/v1/events",
    headers: {
      Origin: shopOrigin,
      "Content-Type": "text/plain",
      "User-Agent": userAgent,
    },
    body: `{"site":"${keys.site}","visitor":"{visitor}","sentAt":{now},"events":[${list}]}`,
  };
}

/** A member whose orders all pay both sides, to the last. */
export async function openProgram(
  collector: { url: string },
  { leadsEarn = "gift" }: { leadsEarn?: "gift" | "points" } = {},
) {
  const api = siteApi(collector);
  const { body } = await api.asServer<{ items: { steps: object[] }[] }>(
    "GET",
    "/v1/programs",
  );
  const [program] = body.items;
  if (!program) throw new Error("Expected a new database to have a programme.");
  const earned = { kind: leadsEarn, fixedMinor: 300 };
  const steps = program.steps.map((step) =>
    "on" in step && step.on === "lead"
      ? { ...step, referrer: earned, friend: earned }
      : step,
  );
  const rules = { ...program, steps, limits: [] };
  await api.asServer("PUT", "/v1/programs/default", rules);
  return api.putMember("hanako");
}

export function saleRequest(code: string): Request {
  return {
    method: "POST",
    path: "/v1/conversions",
    headers: {
      Authorization: `Bearer ${keys.secret}`,
      "Content-Type": "application/json",
    },
    body: `{"type":"sale","orderId":"order-{n}","amountMinor":100000,"currency":"JPY","customer":{"id":"customer-{n}"},"code":"${code}"}`,
  };
}

export function followRequest(code: string): Request {
  return {
    method: "GET",
    path: `/r/${code}?channel=line`,
    headers: { "User-Agent": userAgent },
    body: "",
  };
}

/** Makes a member with a thousand friends, who asks for their own page. */
export async function meRequest(collector: { url: string }): Promise<Request> {
  const api = siteApi(collector);
  const { code } = await api.putMember("popular");
  const friends = Array.from({ length: friendsOfPopular }, (_, n) => n);
  // A few at once share a commit.
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let n = friends.pop(); n !== undefined; n = friends.pop())
        await api.convert({
          type: "lead",
          orderId: `lead-of-friend-${n}`,
          customer: { id: `friend-${n}` },
          code,
        });
    }),
  );
  const joined = await api.asPage<{ token: string }>("POST", "/v1/members", {
    site: keys.site,
    token: await signToken("member", { sub: "popular" }),
  });
  return {
    method: "GET",
    path: "/v1/me",
    headers: {
      Authorization: `Bearer ${joined.body.token}`,
      Origin: shopOrigin,
    },
    body: "",
  };
}
