import { SignJWT } from "jose";
import type { EnishiEvent, EventBatchAnswer } from "../sdk/protocol/events.ts";
import { keys, shopOrigin } from "./collector-process.ts";

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  type: string;
  body: Body;
}

export interface Reward {
  id: string;
  to: "referrer" | "friend";
  kind: string;
  amountMinor: number;
  currency: string;
  state: string;
  because: string | null;
}

export interface Conversion {
  id: string;
  type: string;
  orderId: string;
  amountMinor: number | null;
  currency: string | null;
  attributed: { referral: string; member: string; code: string } | null;
  because: string | null;
  verified: boolean;
  rewards: Reward[];
}

export interface Member {
  id: string;
  externalId: string | null;
  code: string;
  link: string;
}

/** The calls of a shop's server and of its pages, as a program outside the project would make them. */
export function siteApi(collector: { url: string }) {
  async function call<Body>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<Body>> {
    const answer = await fetch(collector.url + path, {
      method,
      redirect: "manual",
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const type = answer.headers.get("content-type") ?? "";
    return {
      status: answer.status,
      type,
      body: (type.includes("json") ? JSON.parse(text) : text) as Body,
    };
  }
  const asServer = <Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ) =>
    call<Body>(method, path, body, { Authorization: `Bearer ${keys.secret}` });
  const asPage = <Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => call<Body>(method, path, body, { Origin: shopOrigin, ...headers });

  return {
    asServer,
    asPage,
    putMember: async (externalId: string, fields: object = {}) =>
      (await asServer<Member>("PUT", `/v1/members/${externalId}`, fields)).body,
    convert: (fields: object) =>
      asServer<Conversion>("POST", "/v1/conversions", fields),
    send: (events: EnishiEvent[], visitor = "visitor-0000000000000000") =>
      asPage<EventBatchAnswer>("POST", "/v1/events", {
        site: keys.site,
        visitor,
        sentAt: Date.now(),
        events,
      }),
    conversions: (orderId?: string) =>
      all<Conversion>(
        `/v1/conversions${orderId ? `?orderId=${encodeURIComponent(orderId)}` : ""}`,
      ),
    rewards: () => all<Reward>("/v1/rewards"),
    members: () => all<Member>("/v1/members"),
    funnel: async () =>
      (await asServer<Record<string, number>>("GET", "/v1/reports/funnel"))
        .body,
  };

  async function all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const mark = path.includes("?") ? "&" : "?";
      const page: Answer<{ items: Item[]; next: string | null }> =
        await asServer("GET", cursor ? `${path}${mark}cursor=${cursor}` : path);
      items.push(...page.body.items);
      cursor = page.body.next;
    } while (cursor);
    return items;
  }
}

/** Signs a token with a library of its own, so that ours is not tested against itself. */
export function signToken(
  audience: "member" | "conversion",
  claims: Record<string, unknown>,
  { key = keys.signing, expiresIn = "1h" as string | null } = {},
): Promise<string> {
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setAudience(audience)
    .setIssuedAt();
  if (expiresIn) token.setExpirationTime(expiresIn);
  return token.sign(new TextEncoder().encode(key));
}

let count = 0;

/** An event id: unique, time-ordered, in the wire's alphabet. */
export function eventId(): string {
  count += 1;
  return `${Date.now().toString(36).padStart(9, "0")}-${process.pid.toString(36)}-${count.toString(36).padStart(8, "0")}`;
}
