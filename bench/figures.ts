import { keys, shopOrigin } from "../tests/collector-process.ts";
import { signToken, siteApi } from "../tests/site-api.ts";
import type { Load } from "./load.ts";

/** A request to measure. */
export interface Figure {
  what: string;
  request: Load["request"];
  /** Statuses that count as done. */
  expected: number[];
  /** Events in one request, by which it is compared with raw's requests. */
  events: number;
  /** Budget and aim, as a share of the raw server's rate. */
  floor: number;
  aim: number | null;
}

const friendsOfPopular = 1_000;

/** Fills a new collector with what the figures need, and answers the requests. */
export async function figures(collector: { url: string }): Promise<Figure[]> {
  const api = siteApi(collector);
  const { body } = await api.asServer<{ items: object[] }>(
    "GET",
    "/v1/programs",
  );
  // Without limits every sale pays both sides, to the last.
  await api.asServer("PUT", "/v1/programs/default", {
    ...body.items[0],
    limits: [],
  });
  const hanako = await api.putMember("hanako");
  const popular = await api.putMember("popular");
  for (let friend = 0; friend < friendsOfPopular; friend++) {
    await api.convert({
      type: "lead",
      orderId: `lead-of-friend-${friend}`,
      customer: { id: `friend-${friend}` },
      code: popular.code,
    });
  }
  const joined = await api.asPage<{ token: string }>("POST", "/v1/members", {
    site: keys.site,
    token: await signToken("member", { sub: "popular" }),
  });

  const fromPage = { Origin: shopOrigin, "Content-Type": "text/plain" };
  const userAgent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
  // With its batch around it 300 bytes, as a typical event has.
  const event = `{"id":"{id}","at":{now},"type":"custom","name":"product_viewed","props":{"product":"nambu-iron-kettle","category":"ironware","price":100000,"inStock":true}}`;
  const batch = (events: number) =>
    `{"site":"${keys.site}","visitor":"visitor-000000000000","sentAt":{now},"events":[${Array.from({ length: events }, () => event).join()}]}`;
  return [
    {
      what: "one event a request",
      request: {
        method: "POST",
        path: "/v1/events",
        headers: { ...fromPage, "User-Agent": userAgent },
        body: batch(1),
      },
      expected: [202],
      events: 1,
      floor: 0.25,
      aim: 0.45,
    },
    {
      what: "20 events a request",
      request: {
        method: "POST",
        path: "/v1/events",
        headers: { ...fromPage, "User-Agent": userAgent },
        body: batch(20),
      },
      expected: [202],
      events: 20,
      floor: 0.7,
      aim: 1.4,
    },
    {
      what: "sale, server to server, two rewards",
      request: {
        method: "POST",
        path: "/v1/conversions",
        headers: {
          Authorization: `Bearer ${keys.secret}`,
          "Content-Type": "application/json",
        },
        body: `{"type":"sale","orderId":"order-{n}","amountMinor":100000,"currency":"JPY","customer":{"id":"customer-{n}"},"code":"${hanako.code}"}`,
      },
      expected: [201],
      events: 1,
      floor: 0.05,
      aim: null,
    },
    {
      what: `GET /v1/me, ${friendsOfPopular.toLocaleString("en")} friends`,
      request: {
        method: "GET",
        path: "/v1/me",
        headers: {
          Authorization: `Bearer ${joined.body.token}`,
          Origin: shopOrigin,
        },
        body: "",
      },
      expected: [200],
      events: 1,
      floor: 0.1,
      aim: null,
    },
    {
      what: "GET /r/:code, click stored",
      request: {
        method: "GET",
        path: `/r/${hanako.code}?channel=line`,
        headers: { "User-Agent": userAgent },
        body: "",
      },
      expected: [302],
      events: 1,
      floor: 0.25,
      aim: null,
    },
  ];
}
