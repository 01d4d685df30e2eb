import { afterAll, beforeAll, expect, test } from "vitest";
import type { SaleEvent } from "../sdk/protocol/events.ts";
import {
  type CollectorProcess,
  keys,
  startCollector,
} from "./collector-process.ts";
import {
  type Conversion,
  eventId,
  type Member,
  signToken,
  siteApi,
} from "./site-api.ts";

let collector: CollectorProcess;
let api: ReturnType<typeof siteApi>;
let hanako: Member;
let jiro: Member;

beforeAll(async () => {
  collector = await startCollector();
  api = siteApi(collector);
  hanako = await api.putMember("hanako", { email: "hanako@example.com" });
  jiro = await api.putMember("jiro");
});
afterAll(() => collector?.end("SIGTERM"));

const threeTimes = [1, 2, 3];
const sidesOf = ({ rewards }: Conversion) => rewards.map(({ to }) => to).sort();

async function onlyConversion(orderId: string): Promise<Conversion> {
  const found = await api.conversions(orderId);
  expect(found).toHaveLength(1);
  return found[0] as Conversion;
}

async function signedSale(fields: {
  orderId: string;
  sub: string;
  amountMinor?: number;
  currency?: string;
  code?: string;
}): Promise<SaleEvent> {
  const token = await signToken("conversion", {
    type: "sale",
    amountMinor: 100_000,
    currency: "JPY",
    ...fields,
  });
  return { id: eventId(), at: Date.now(), type: "sale", token };
}

test("an order that comes three times at once from page and server alike counts once", async () => {
  const orderId = "replayed-order";
  const visitor = "visitor-of-taro-0001";
  const sale = {
    type: "sale",
    orderId,
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro" },
    code: hanako.code,
  };
  const answers = await Promise.all(
    threeTimes.flatMap(() => [
      api.convert(sale).then(({ status }) => status),
      signedSale({ orderId, sub: "taro", code: hanako.code })
        .then((event) => api.send([event], visitor))
        .then(({ status }) => status),
    ]),
  );
  expect(answers.every((status) => [200, 201, 202].includes(status))).toBe(
    true,
  );
  expect(answers.filter((status) => status === 201).length).toBeLessThan(2);

  const conversion = await onlyConversion(orderId);
  expect(conversion.attributed).toMatchObject({ member: hanako.id });
  expect(conversion.rewards).toHaveLength(2);
  for (const reward of conversion.rewards) {
    expect(reward).toMatchObject({
      kind: "points",
      amountMinor: 1_200,
      currency: "JPY",
      state: "pending",
    });
  }
});

test("a lead told twice, by two events and again by the server, is one lead", async () => {
  const orderId = "replayed-lead";
  const claims = { type: "lead", orderId, sub: "rin", code: hanako.code };
  const token = await signToken("conversion", claims);
  const lead = () =>
    ({ id: eventId(), at: Date.now(), type: "lead", token }) as const;
  await Promise.all([api.send([lead()]), api.send([lead()])]);
  const again = await api.convert({
    type: "lead",
    orderId,
    customer: { id: "rin" },
  });
  expect(again.status).toBe(200);

  const conversion = await onlyConversion(orderId);
  expect(sidesOf(conversion)).toEqual(["friend", "referrer"]);
});

test("a known event id is a duplicate, whatever else has changed", async () => {
  const id = eventId();
  const share = {
    id,
    at: Date.now(),
    type: "share",
    code: hanako.code,
  } as const;
  expect((await api.send([share])).body.accepted).toBe(1);
  const changed = { ...share, type: "copy", code: jiro.code } as const;
  expect((await api.send([changed])).body).toEqual({
    accepted: 0,
    duplicate: 1,
    refused: [],
  });
});

test("a friend who was referred already brings nothing to a second member", async () => {
  const order = {
    type: "sale",
    amountMinor: 50_000,
    currency: "JPY",
    customer: { id: "saki" },
  };
  await api.convert({ ...order, orderId: "saki-1", code: hanako.code });
  await api.convert({ ...order, orderId: "saki-2", code: jiro.code });

  const first = await onlyConversion("saki-1");
  const second = await onlyConversion("saki-2");
  expect(sidesOf(first)).toEqual(["friend", "referrer"]);
  expect(second.rewards).toEqual([]);
  expect(second.attributed?.member).not.toBe(jiro.id);
});

test.for([
  ["the same id", { id: "hanako" }, undefined],
  ["the same mail in other case", { email: "HANAKO@Example.COM" }, undefined],
  ["the same visitor", { id: "somebody-new" }, "visitor-of-hanako-01"],
] as const)(
  "a member's own code is refused by %s",
  async ([who, customer, visitor]) => {
    if (visitor) {
      const token = await signToken("member", { sub: "hanako" });
      await api.asPage("POST", "/v1/members", {
        site: keys.site,
        token,
        visitor,
      });
    }
    const { body } = await api.convert({
      type: "sale",
      orderId: `self-${who}`,
      amountMinor: 10_000,
      currency: "JPY",
      customer,
      code: hanako.code,
      ...(visitor ? { visitor } : {}),
    });
    expect(body).toMatchObject({
      attributed: null,
      because: "self_referral",
      rewards: [],
    });
  },
);

test("one person joining from four widgets at once is one member", async () => {
  const token = await signToken("member", { sub: "natsu" });
  const joinKey = "a-secret-of-this-device-0123456789";
  const ways = [{ token }, { joinKey, acceptedTerms: "1" }];
  for (const way of ways) {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        api.asPage<{ member: { id: string } }>("POST", "/v1/members", {
          site: keys.site,
          ...way,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 200, 200, 201,
    ]);
    expect(new Set(answers.map(({ body }) => body.member.id)).size).toBe(1);
  }
});

test("a mail that somebody types never finds that person's account", async () => {
  const joining = {
    site: keys.site,
    acceptedTerms: "1",
    email: "hanako@example.com",
  };
  const { status, body } = await api.asPage<{ member: { id: string } }>(
    "POST",
    "/v1/members",
    { ...joining, joinKey: "a-secret-of-another-device-012345" },
  );
  expect(status).toBe(201);
  expect(body.member.id).not.toBe(hanako.id);
});

const unsigned = (claims: object) =>
  `${base64({ alg: "none" })}.${base64(claims)}.`;
const base64 = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString("base64url");
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
const claims = {
  member: { sub: "mallory" },
  conversion: {
    type: "sale",
    orderId: "forged",
    sub: "mallory",
    amountMinor: 1_000,
    currency: "JPY",
  },
};
type Audience = keyof typeof claims;
const other = { member: "conversion", conversion: "member" } as const;
const forged: [string, (aud: Audience) => string | Promise<string>][] = [
  ["without exp", (aud) => signToken(aud, claims[aud], { expiresIn: null })],
  [
    "with alg none",
    (aud) => unsigned({ ...claims[aud], aud, iat: 1, exp: inAnHour() }),
  ],
  [
    "signed with another key",
    (aud) => signToken(aud, claims[aud], { key: `${keys.signing}x` }),
  ],
  [
    "that has expired",
    (aud) => signToken(aud, claims[aud], { expiresIn: "-1m" }),
  ],
  [
    "that lives for 25 hours",
    (aud) => signToken(aud, claims[aud], { expiresIn: "25h" }),
  ],
  ["for another purpose", (aud) => signToken(other[aud], claims[aud])],
];

test.for(forged)("a token %s is refused", async ([, forge]) => {
  const joining = { site: keys.site, token: await forge("member") };
  const member = await api.asPage("POST", "/v1/members", joining);
  expect(member).toMatchObject({ status: 401, body: { code: "bad_token" } });

  const sale: SaleEvent = {
    id: eventId(),
    at: Date.now(),
    type: "sale",
    token: await forge("conversion"),
  };
  const { body } = await api.send([sale]);
  expect(body).toMatchObject({
    accepted: 0,
    refused: [{ index: 0, id: sale.id, code: "bad_token" }],
  });
  expect(await api.conversions("forged")).toEqual([]);
});

test("an order in yen never becomes one in dollars", async () => {
  const orderId = "yen-order";
  const order = {
    type: "sale",
    orderId,
    amountMinor: 20_000,
    currency: "JPY",
    customer: { id: "yuki" },
    code: hanako.code,
  };
  await api.convert(order);
  const contradiction = await api.convert({ ...order, currency: "USD" });
  expect(contradiction).toMatchObject({
    status: 409,
    body: { code: "order_conflict" },
  });
  const event = await signedSale({ orderId, sub: "yuki", currency: "USD" });
  expect((await api.send([event])).body.refused).toMatchObject([
    { code: "order_conflict" },
  ]);
  const claim = {
    id: eventId(),
    at: Date.now(),
    type: "sale",
    orderId,
    amountMinor: 20_000,
    currency: "USD",
  } as const;
  await api.send([claim]);

  const conversion = await onlyConversion(orderId);
  expect(conversion).toMatchObject({ amountMinor: 20_000, currency: "JPY" });
  expect(conversion.rewards.map(({ currency }) => currency)).toEqual([
    "JPY",
    "JPY",
  ]);
});

test("an unsigned claim waits, and pays nobody", async () => {
  const claim = {
    id: eventId(),
    at: Date.now(),
    type: "sale",
    orderId: "claimed",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "riku" },
    code: hanako.code,
  } as const;
  await api.send([claim]);
  const conversion = await onlyConversion("claimed");
  expect(conversion.verified).toBe(false);
  for (const reward of conversion.rewards) {
    expect(reward).toMatchObject({ state: "pending", because: "unverified" });
  }
});
